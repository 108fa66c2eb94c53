import type { ObjectOverlay } from './overlay.js'

const can = 'SLTVFP'

/** Facts of part B; @unverified where they are not recorded: lengths and picklists of an org as it is delivered. */
export const sales: Readonly<Record<string, ObjectOverlay>> = {
  Campaign: {
    can,
    fields: {
      Name: { length: 80 },
      Status: { values: ['Planned*', 'In Progress', 'Completed', 'Aborted'] },
      Type: {
        values: [
          'Conference',
          'Webinar',
          'Trade Show',
          'Public Relations',
          'Partners',
          'Referral Program',
          'Advertisement',
          'Banner Ads',
          'Direct Mail',
          'Email',
          'Telemarketing',
          'Other',
        ],
      },
      IsActive: { default: false },
    },
  },
  CampaignMember: {
    can: 'LTP',
    fields: {
      CampaignId: { required: true, updateable: false },
      LeadId: { updateable: false },
      ContactId: { updateable: false },
      Status: { values: ['Sent*', 'Responded'] },
    },
    children: [],
  },
  Contract: {
    can,
    fields: {
      AccountId: { required: true },
      Status: { values: ['In Approval Process', 'Activated', 'Draft*'], required: true, defaulted: true },
      ContractNumber: {
        length: 30,
        autoNumber: true,
        nameField: true,
        idLookup: true,
        required: true,
        defaulted: true,
      },
      Description: { length: 32000 },
    },
  },
  Product2: {
    can,
    fields: {
      Name: { length: 255 },
      ProductCode: { length: 255 },
      Description: { length: 4000 },
      Family: { type: 'picklist', length: 40, values: ['None'] },
      IsActive: { default: false },
    },
  },
  Pricebook2: { can, fields: { Name: { length: 255 }, IsStandard: { createable: false, updateable: false } } },
  PricebookEntry: {
    can: 'TP',
    fields: {
      Name: { createable: false, updateable: false, defaulted: true },
      ProductCode: { createable: false, updateable: false },
      Pricebook2Id: { required: true, updateable: false },
      Product2Id: { required: true, updateable: false },
      UnitPrice: { required: true, type: 'currency', precision: 16, scale: 2 },
    },
  },
  OpportunityLineItem: {
    can: 'LTP',
    fields: {
      OpportunityId: { required: true, updateable: false },
      PricebookEntryId: { updateable: false },
      Name: { createable: false, updateable: false, defaulted: true },
      Quantity: { required: true, type: 'double', precision: 12, scale: 2 },
      UnitPrice: { type: 'currency', precision: 16, scale: 2, default: undefined },
      TotalPrice: { type: 'currency', precision: 16, scale: 2, default: undefined },
      ListPrice: { type: 'currency', precision: 16, scale: 2, createable: false, updateable: false },
    },
  },
  Order: {
    can,
    fields: {
      AccountId: { required: undefined },
      EffectiveDate: { required: true },
      Status: { values: ['Draft*', 'Activated'], required: true },
      OrderNumber: { length: 30, autoNumber: true, nameField: true, idLookup: true, required: true, defaulted: true },
    },
  },
  OrderItem: {
    can: 'LTP',
    fields: {
      OrderId: { required: true, updateable: false },
      PricebookEntryId: { updateable: false },
      Quantity: { required: true },
      UnitPrice: { type: 'currency', precision: 16, scale: 2, default: undefined },
    },
  },
  Asset: {
    can,
    fields: {
      Name: { length: 255 },
      SerialNumber: { length: 80 },
      Status: { values: ['Shipped', 'Installed', 'Registered', 'Obsolete', 'Purchased'] },
    },
  },
}
