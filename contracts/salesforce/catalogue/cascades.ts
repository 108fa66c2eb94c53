/**
 * References whose rows go when the row they point to goes. @source test recordings of SFDO-Tooling/CumulusCI (BSD-3), read 2026-11-23;
 * those below the empty line are @unverified: part B.
 */
const CASCADES = `
AIInsightValue.SobjectLookupValueId AIRecordInsight.TargetId AccountBrand.AccountId AccountCleanInfo.AccountId
AccountContactRole.AccountId AccountContactRole.ContactId AccountFeed.ParentId AccountHistory.AccountId
AccountPartner.AccountFromId AccountPartner.AccountToId AccountPartner.OpportunityId AccountShare.AccountId
ActivityHistory.AccountId ActivityHistory.WhatId ActivityHistory.WhoId Asset.AccountId Asset.ContactId
AssociatedLocation.ParentRecordId AttachedContentDocument.LinkedEntityId Attachment.ParentId CampaignMember.ContactId
CampaignMember.LeadId CaseComment.ParentId CaseContactRole.CasesId CaseContactRole.ContactId CaseFeed.ParentId
CaseHistory.CaseId CaseShare.CaseId CaseSolution.CaseId CaseTeamMember.MemberId CaseTeamMember.ParentId
CaseTeamTemplateMember.MemberId CaseTeamTemplateRecord.ParentId CollaborationGroupRecord.RecordId
CombinedAttachment.ParentId Contact.AccountId ContactCleanInfo.ContactId ContactFeed.ParentId ContactHistory.ContactId
ContactPointEmail.ParentId ContactPointPhone.ParentId ContactShare.ContactId ContentDistribution.RelatedRecordId
ContentDocumentLink.LinkedEntityId Contract.AccountId ContractContactRole.ContactId DuplicateRecordItem.RecordId
EmailMessage.ParentId EmailMessageRelation.RelationId EmailStatus.WhoId EntitlementContact.ContactId
EntitySubscription.ParentId Event.WhatId Event.WhoId EventFeed.ParentId EventRelation.EventId EventRelation.RelationId
ExternalEventMapping.EventId FeedItem.ParentId LeadCleanInfo.LeadId LeadFeed.ParentId LeadHistory.LeadId
LeadShare.LeadId ListEmailIndividualRecipient.RecipientId MatchingInformation.SFDCIdId Note.ParentId
NoteAndAttachment.ParentId OpenActivity.AccountId OpenActivity.WhatId OpenActivity.WhoId Opportunity.AccountId
OpportunityCompetitor.OpportunityId OpportunityContactRole.ContactId OpportunityContactRole.OpportunityId
OpportunityFeed.ParentId OpportunityFieldHistory.OpportunityId OpportunityHistory.OpportunityId
OpportunityLineItem.OpportunityId OpportunityPartner.AccountToId OpportunityPartner.OpportunityId
OpportunityShare.OpportunityId Order.AccountId Partner.AccountFromId Partner.AccountToId Partner.OpportunityId
ProcessInstance.TargetObjectId RecordAction.RecordId ResourcePreference.RelatedRecordId
ServiceAppointment.ParentRecordId Task.WhatId Task.WhoId TopicAssignment.EntityId
UserEmailPreferredPerson.PersonRecordId

CampaignMember.CampaignId CampaignMember.LeadId CampaignMember.ContactId PricebookEntry.Pricebook2Id PricebookEntry.Product2Id
OpportunityLineItem.OpportunityId OrderItem.OrderId CaseComment.ParentId Attachment.ParentId Note.ParentId GroupMember.GroupId
PermissionSetAssignment.PermissionSetId ContentDocumentLink.ContentDocumentId ContentVersion.ContentDocumentId`

export const cascades: ReadonlySet<string> = new Set(CASCADES.trim().split(/\s+/))

/** References that keep the row they point to from being deleted. Recorded, but for the last two. */
export const restrictions: ReadonlySet<string> = new Set([
  'User.ContactId',
  'Case.AccountId',
  'Case.ContactId',
  'Contract.AccountId',
  'Contract.CustomerSignedId',
  'Order.AccountId',
  'Order.ShipToContactId',
  'Order.BillToContactId',
  'Order.CustomerAuthorizedById',
  'ServiceContract.ContactId',
  'ServiceResource.AccountId',
  'OpportunityLineItem.PricebookEntryId',
  'OrderItem.PricebookEntryId',
])
