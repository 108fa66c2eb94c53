import type { ObjectOverlay } from './overlay.js'

/** Facts of part B; @unverified where they are not recorded. Attachment and Note take any object as their parent. */
export const files: Readonly<Record<string, ObjectOverlay>> = {
  Attachment: {
    can: 'TP',
    fields: {
      Name: { length: 255 },
      ParentId: { required: true },
      Body: { type: 'base64', length: undefined, required: true },
      BodyLength: { type: 'int', digits: 9, createable: false, updateable: false },
      ContentType: { type: 'string', length: 120 },
      Description: { length: 500 },
      IsPrivate: { default: false },
    },
  },
  Note: {
    can: 'TP',
    fields: {
      Title: { length: 80, required: true, nameField: true },
      Body: { type: 'textarea', length: 32000 },
      ParentId: { required: true },
    },
  },
  Document: {
    can: 'STP',
    fields: {
      Name: { length: 255 },
      Body: { type: 'base64', length: undefined },
      BodyLength: { type: 'int', digits: 9, createable: false, updateable: false },
      Type: { type: 'string', length: 40 },
      ContentType: { type: 'string', length: 120 },
    },
  },
  ContentVersion: {
    can: 'SLTP',
    fields: {
      ContentDocumentId: { required: true, defaulted: true, updateable: false },
      Title: { length: 255, required: true, defaulted: true, nameField: true },
      PathOnClient: { type: 'string', length: 500, updateable: false },
      VersionData: { type: 'base64', length: undefined },
      ContentSize: { type: 'int', digits: 9, createable: false, updateable: false },
      FileType: { type: 'string', length: 20, createable: false, updateable: false, required: true, defaulted: true },
      FileExtension: { type: 'string', length: 40, createable: false, updateable: false },
      VersionNumber: { type: 'string', length: 20, createable: false, updateable: false },
      IsLatest: { createable: false, updateable: false },
      Checksum: { type: 'string', length: 50, createable: false, updateable: false },
      FirstPublishLocationId: { updateable: false },
    },
  },
  ContentDocument: { can: 'SLTP', not: 'C', fields: { Title: { length: 255, required: true, nameField: true } } },
  ContentDocumentLink: {
    can: 'TP',
    fields: {
      LinkedEntityId: { required: true, updateable: false },
      ContentDocumentId: { required: true, updateable: false },
      ShareType: { type: 'picklist', length: 40, values: ['V*', 'C', 'I'], restricted: true },
      Visibility: {
        type: 'picklist',
        length: 40,
        values: ['AllUsers*', 'InternalUsers', 'SharedUsers'],
        restricted: true,
      },
    },
  },
}
