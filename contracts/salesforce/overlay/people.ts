import type { ObjectOverlay } from './overlay.js'

/** Who works in the org, and what they may do. Facts of part B; @unverified where they are not recorded. */
export const people: Readonly<Record<string, ObjectOverlay>> = {
  User: {
    can: 'SLTVFP',
    not: 'DN',
    fields: {
      Username: { type: 'string', length: 80, required: true, unique: true, idLookup: true },
      LastName: { length: 80, required: true },
      FirstName: { length: 40 },
      Name: { length: 121, defaulted: true },
      Email: { type: 'email', length: 128, required: true, idLookup: true },
      Alias: { length: 8, required: true },
      CommunityNickname: { length: 40, required: true, defaulted: true },
      IsActive: { default: true },
      TimeZoneSidKey: { type: 'picklist', length: 40, required: true },
      LocaleSidKey: { type: 'picklist', length: 40, required: true },
      EmailEncodingKey: { type: 'picklist', length: 40, required: true },
      LanguageLocaleKey: { type: 'picklist', length: 40, required: true },
      ProfileId: { required: true },
      DigestFrequency: { defaulted: true, default: 'D' },
      DefaultGroupNotificationFrequency: { defaulted: true, default: 'N' },
      UserType: { type: 'picklist', length: 40, createable: false, updateable: false, defaulted: true },
      FederationIdentifier: { length: 512, unique: true, idLookup: true },
    },
  },
  Group: {
    can: 'P',
    fields: {
      Name: { length: 40, required: true },
      DeveloperName: { length: 80 },
      Type: { type: 'picklist', length: 40, required: true, updateable: false, defaulted: true },
      OwnerId: { createable: false, updateable: false },
      DoesSendEmailToMembers: { default: false },
      DoesIncludeBosses: { default: false },
    },
  },
  GroupMember: {
    can: 'P',
    fields: {
      GroupId: { required: true, updateable: false },
      UserOrGroupId: { required: true, updateable: false },
    },
  },
  Profile: { can: '', not: 'CDN', fields: { Name: { length: 255 } } },
  PermissionSet: {
    can: 'P',
    fields: { Name: { length: 80, required: true }, Label: { length: 80, required: true } },
  },
  PermissionSetAssignment: {
    can: '',
    not: 'UN',
    fields: {
      PermissionSetId: { required: true, updateable: false },
      AssigneeId: { required: true, updateable: false, to: ['User'], relationship: 'Assignee' },
    },
  },
  UserRole: {
    can: 'P',
    fields: {
      Name: { length: 80 },
      DeveloperName: { length: 80 },
      OpportunityAccessForAccountOwner: { defaulted: true },
    },
  },
  RecordType: {
    can: '',
    fields: {
      Name: { length: 80 },
      DeveloperName: { length: 80 },
      SobjectType: { type: 'picklist', length: 40, required: true, updateable: false },
    },
  },
  Organization: { can: '', not: 'CDN', fields: { Name: { length: 80 } } },
  PushTopic: {
    can: 'P',
    fields: {
      Name: { length: 25 },
      Query: { type: 'string', length: 1300, required: true },
      ApiVersion: { type: 'double', precision: 18, scale: 1, required: true },
    },
  },
  StreamingChannel: { can: 'P', fields: { Name: { length: 80 } } },
  FeedItem: {
    can: 'P',
    fields: {
      ParentId: { required: true, updateable: false },
      Body: { type: 'textarea', length: 10000 },
      Type: { type: 'picklist', length: 40 },
    },
  },
}
