/** What a reference to several objects may point to. @source facts part B (Event's are recorded); the rest @unverified */
const WHAT =
  'Account Asset Campaign Case Contract Opportunity Order Product2 Solution Entitlement ServiceContract WorkOrder'.split(
    ' ',
  )
const ANY = [...WHAT, 'Contact', 'Lead', 'User', 'Event', 'Task', 'Quote'].sort()

const BY_FIELD: Readonly<Record<string, readonly string[]>> = {
  WhoId: ['Contact', 'Lead'],
  WhatId: WHAT,
  OwnerId: ['Group', 'User'],
  UserOrGroupId: ['Group', 'User'],
  LeadOrContactId: ['Contact', 'Lead'],
  LeadOrContactOwnerId: ['Group', 'User'],
  ActorId: ['Group', 'User'],
  OriginalActorId: ['Group', 'User'],
  AssigneeId: ['Group', 'User'],
  RelatedId: ['UserRole', 'User'],
}

export function targetsOf(field: string): string[] {
  return [...(BY_FIELD[field] ?? ANY)]
}
