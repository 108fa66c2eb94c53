/**
 * First three characters of the ids of each object. @source facts A1: https://help.salesforce.com/s/articleView?id=000385203 (read
 * 2026-11-23); those of Organization, Account, Contact, Lead, Opportunity, Case, Event and OpportunityContactRole are recorded.
 */
const PREFIXES = `
001 Account,002 Note,003 Contact,005 User,006 Opportunity,008 OpportunityHistory,00B ListView,00D Organization,00E UserRole,
00G Group,00I Partner,00K OpportunityContactRole,00O Report,00P Attachment,00Q Lead,00T Task,00U Event,00X EmailTemplate,
00a CaseComment,00e Profile,00h Layout,00k OpportunityLineItem,00l Folder,00v CampaignMember,501 Solution,011 GroupMember,
012 RecordType,015 Document,01M AccountTeamMember,01Y CampaignMemberStatus,01Z Dashboard,01m BusinessHours,01p ApexClass,
01q ApexTrigger,01s Pricebook2,01t Product2,01u PricebookEntry,02Z AccountContactRole,02i Asset,02s EmailMessage,
04a ProcessDefinition,04g ProcessInstance,04i ProcessInstanceWorkitem,066 ApexPage,068 ContentVersion,069 ContentDocument,
06A ContentDocumentLink,07L ApexLog,07k AccountContactRelation,07M ApexTestResult,081 StaticResource,08e CronTrigger,0D5 FeedItem,
0IF PushTopic,0M6 StreamingChannel,0PS PermissionSet,0Pa PermissionSetAssignment,0Q0 Quote,0QL QuoteLineItem,500 Case,701 Campaign,
707 AsyncApexJob,7dl DebugLevel,800 Contract,801 Order,802 OrderItem,110 ObjectPermissions,01k FieldPermissions,0PL PermissionSetLicense,
0sp DuplicateRule,100 UserLicense`

export const keyPrefixes: ReadonlyMap<string, string> = new Map(
  PREFIXES.trim()
    .split(/,\s*/)
    .map((entry) => entry.trim().split(' ') as [string, string])
    .map(([prefix, object]) => [object, prefix]),
)
