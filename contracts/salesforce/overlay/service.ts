import type { ObjectOverlay } from './overlay.js'

/** Facts of part B; @unverified where they are not recorded. */
export const service: Readonly<Record<string, ObjectOverlay>> = {
  Task: {
    can: 'SLTVFP',
    fields: {
      Subject: { type: 'combobox', length: 255, values: ['Call', 'Send Letter', 'Send Quote', 'Other'] },
      Status: {
        required: true,
        defaulted: true,
        values: ['Not Started*', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
      },
      Priority: { required: true, defaulted: true, values: ['High', 'Normal*', 'Low'] },
      TaskSubtype: {
        restricted: true,
        updateable: false,
        values: ['Task*', 'Email', 'List Email', 'Cadence', 'Call', 'LinkedIn'],
      },
      Description: { length: 32000 },
      AccountId: { createable: false, updateable: false },
      IsHighPriority: { createable: false, updateable: false },
      OwnerId: { to: ['Group', 'User'] },
    },
  },
  CaseComment: {
    can: 'TP',
    fields: {
      ParentId: { required: true, updateable: false, to: ['Case'], relationship: 'Parent' },
      CommentBody: { type: 'textarea', length: 4000 },
    },
  },
  EmailMessage: {
    can: 'STP',
    fields: {
      Subject: { type: 'string', length: 3000 },
      FromAddress: { type: 'email', length: 1000 },
      FromName: { type: 'string', length: 1000 },
      ToAddress: { type: 'string', length: 4000 },
      CcAddress: { type: 'string', length: 4000 },
      BccAddress: { type: 'string', length: 4000 },
      TextBody: { type: 'textarea', length: 32000 },
      HtmlBody: { type: 'textarea', length: 131072 },
    },
  },
  Solution: { can: 'SLTP', fields: { SolutionName: { length: 255, required: true, nameField: true, idLookup: true } } },
}
