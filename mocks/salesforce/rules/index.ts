import { event, task } from './activities.js'
import { asset, contract, order } from './agreements.js'
import { campaignMember } from './campaign-member.js'
import { supportCase } from './case.js'
import { attachment, contentVersion } from './files.js'
import { opportunity } from './opportunity.js'
import { lead, person, user } from './person.js'
import { opportunityLineItem, pricebookEntry } from './products.js'
import type { ObjectRule } from './rule.js'

/** By the object's name. */
const rules: Readonly<Record<string, ObjectRule>> = {
  Asset: asset,
  Attachment: attachment,
  CampaignMember: campaignMember,
  Case: supportCase,
  Contact: person,
  ContentVersion: contentVersion,
  Contract: contract,
  Document: attachment,
  Event: event,
  Lead: lead,
  Opportunity: opportunity,
  OpportunityLineItem: opportunityLineItem,
  Order: order,
  PricebookEntry: pricebookEntry,
  Task: task,
  User: user,
}

export function ruleOf(objectName: string): ObjectRule | undefined {
  return rules[objectName]
}
