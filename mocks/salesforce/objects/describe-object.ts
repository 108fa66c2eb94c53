import type { Actor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { describeField } from './describe-field.js'

/** What describe global and basic information say of an object. @source facts A4 (read 2026-11-23) */
export function describeBriefly(object: SObject, actor: Actor, version: string): Record<string, unknown> {
  const base = `/services/data/${version}/sobjects/${object.name}`
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.createable && actor.access.quiet.createsObject(object),
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: object.deletable && actor.access.quiet.deletesObject(object),
    deprecatedAndHidden: false,
    feedEnabled: object.feedEnabled,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.layoutable,
    mergeable: object.mergeable,
    mruEnabled: object.mruEnabled,
    name: object.name,
    queryable: object.queryable,
    replicateable: object.replicateable,
    retrieveable: object.retrieveable,
    searchable: object.searchable,
    triggerable: object.triggerable,
    undeletable: object.undeletable,
    updateable: object.updateable && actor.access.quiet.editsObject(object),
    urls: urlsOf(object, base),
  }
}

function urlsOf({ layoutable, mruEnabled }: SObject, base: string): Record<string, string> {
  return {
    sobject: base,
    describe: `${base}/describe`,
    rowTemplate: `${base}/{ID}`,
    ...(layoutable && {
      layouts: `${base}/describe/layouts`,
      compactLayouts: `${base}/describe/compactLayouts`,
      approvalLayouts: `${base}/describe/approvalLayouts`,
      quickActions: `${base}/quickActions`,
    }),
    ...(mruEnabled && { listviews: `${base}/listviews` }),
  }
}

/** The whole describe of an object, as far as this user may see it. @source facts A4 (read 2026-11-23) */
export function describeFully(object: SObject, actor: Actor, version: string, origin: string): Record<string, unknown> {
  const brief = describeBriefly(object, actor, version)
  const base = `/services/data/${version}/sobjects/${object.name}`
  return {
    actionOverrides: [],
    ...brief,
    childRelationships: object.childRelationships.map((child) => ({
      cascadeDelete: child.cascadeDelete,
      childSObject: child.childSObject,
      deprecatedAndHidden: false,
      field: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.relationshipName,
      restrictedDelete: child.restrictedDelete,
    })),
    compactLayoutable: object.layoutable,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: object.fields
      .filter((field) => actor.access.quiet.readsField(object, field))
      .map((field) => describeField(field, object, actor)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [masterRecordType(base)],
    searchLayoutable: object.searchable,
    sobjectDescribeOption: 'FULL',
    supportedScopes: scopesOf(object),
    urls: {
      ...(brief.urls as object),
      uiDetailTemplate: `${origin}/{ID}`,
      uiEditTemplate: `${origin}/{ID}/e`,
      uiNewRecord: `${origin}/${object.keyPrefix ?? ''}/e`,
      defaultValues: `${base}/defaultValues?recordTypeId&fields`,
    },
  }
}

function masterRecordType(base: string) {
  return {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: '012000000000000AAA',
    urls: { layout: `${base}/describe/layouts/012000000000000AAA` },
  }
}

function scopesOf({ labelPlural }: SObject) {
  const plural = labelPlural.toLowerCase()
  return [
    { label: `All ${plural}`, name: 'everything' },
    { label: `My ${plural}`, name: 'mine' },
  ]
}
