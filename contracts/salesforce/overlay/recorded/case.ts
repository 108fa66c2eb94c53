import type { ObjectOverlay } from '../overlay.js'

/** What the rules do not find, as orgs described it (v48 to v52). @source test recordings of SFDO-Tooling/CumulusCI (BSD-3), read 2026-11-23 */
export const supportCase: ObjectOverlay = {
  not: '',
  can: 'SLTVFP',
  fields: {
    Id: { label: 'Case ID' },
    IsDeleted: { label: 'Deleted' },
    MasterRecordId: { to: ['Case'], relationship: 'MasterRecord' },
    CaseNumber: { length: 30, groupable: false, idLookup: true, nameField: true, autoNumber: true },
    ParentId: { label: 'Parent Case ID' },
    SuppliedName: { label: 'Name' },
    SuppliedEmail: { label: 'Email Address' },
    SuppliedPhone: { label: 'Phone', length: 40 },
    SuppliedCompany: { label: 'Company', length: 80 },
    Type: { label: 'Case Type', values: ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other'] },
    Status: { defaulted: true, default: 'New', values: ['New*', 'Working', 'Escalated', 'Closed'] },
    Reason: {
      label: 'Case Reason',
      values: [
        'Installation',
        'Equipment Complexity',
        'Performance',
        'Breakdown',
        'Equipment Design',
        'Feedback',
        'Other',
      ],
    },
    Origin: { label: 'Case Origin', values: ['Phone', 'Email', 'Web'] },
    Priority: { defaulted: true, default: 'Medium', values: ['High', 'Medium*', 'Low'] },
    Description: { length: 32000 },
    IsClosed: { label: 'Closed' },
    ClosedDate: { createable: false, updateable: false },
    IsEscalated: { label: 'Escalated' },
    ContactPhone: { createable: false, updateable: false },
    ContactMobile: { type: 'phone', length: 40, createable: false, updateable: false },
    ContactEmail: { createable: false, updateable: false },
    ContactFax: { createable: false, updateable: false },
    Comments: { label: 'Internal Comments', length: 4000, sortable: true, aggregatable: true },
  },
  children: [
    { object: 'EmailMessage', field: 'RelatedToId', relationship: 'Emails' },
    { object: 'RecordActionHistory', field: 'ParentRecordId', relationship: 'RecordActionHistories' },
    { object: 'ReturnOrder', field: 'CaseId', relationship: 'ReturnOrders' },
  ],
}
