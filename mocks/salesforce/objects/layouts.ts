import type { Actor } from '../access/access.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import type { SObject } from '../catalogue/catalogue.js'
import { notFound } from '../errors.js'
import { subjectOf } from './subject.js'

const MASTER = '012000000000000AAA'
/** Ids of layouts are made of the object's key prefix: there is one of each. */
const layoutId = (object: SObject) => `00h5f0000000${(object.keyPrefix ?? '000').padStart(3, '0')}AAA`

/**
 * The page layout: one section with every field that can be seen, two to a row.
 * @throws NOT_FOUND (404)
 * @source facts A4 (read 2026-11-23) @unverified the arrangement: an org's own
 */
export const describeLayouts = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/describe/layouts',
  ({ params, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = laidOut(subjectOf(world, actor, params.sobject))
    const url = `/services/data/${params.version}/sobjects/${object.name}/describe/layouts/${MASTER}`
    return {
      layouts: [layoutOf(object, actor)],
      recordTypeMappings: [
        {
          active: true,
          available: true,
          defaultRecordTypeMapping: true,
          developerName: 'Master',
          layoutId: layoutId(object),
          master: true,
          name: 'Master',
          picklistsForRecordType: null,
          recordTypeId: MASTER,
          urls: { layout: url },
        },
      ],
      recordTypeSelectorRequired: [false],
    }
  },
)

/** @throws NOT_FOUND (404) for any record type but the master @source facts A4 (read 2026-11-23) */
export const describeLayout = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/describe/layouts/{recordType}',
  ({ params, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = laidOut(subjectOf(world, actor, params.sobject))
    if (!params.recordType.startsWith(MASTER.slice(0, 15))) throw notFound()
    return layoutOf(object, actor)
  },
)

/** @throws NOT_FOUND (404) @source facts A4 (read 2026-11-23) */
export const describeCompactLayouts = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/describe/compactLayouts',
  ({ params, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = laidOut(subjectOf(world, actor, params.sobject))
    const names = object.fields.filter(({ nameField }) => nameField)
    const layout = {
      actions: [],
      fieldItems: names.map((field) => itemOf(field, object, actor)),
      id: null,
      imageItems: [],
      label: 'System Default',
      name: 'SYSTEM',
      objectType: object.name,
    }
    const mapping = {
      available: true,
      compactLayoutId: null,
      compactLayoutName: 'SYSTEM',
      recordTypeId: MASTER,
      recordTypeName: 'Master',
    }
    return {
      compactLayouts: [layout],
      defaultCompactLayoutId: null,
      recordTypeCompactLayoutMappings: [mapping],
      urls: { primary: `/services/data/${params.version}/sobjects/${object.name}/describe/compactLayouts/primary` },
    }
  },
)

/** No approval process is defined. @throws NOT_FOUND (404) @source facts A4 (read 2026-11-23) */
export const describeApprovalLayouts = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/describe/approvalLayouts',
  ({ params, call }, world) => {
    subjectOf(world, actorOf(call, world, params.version), params.sobject)
    return { approvalLayouts: [] }
  },
)

function laidOut(object: SObject): SObject {
  if (!object.layoutable) throw notFound()
  return object
}

function layoutOf(object: SObject, actor: Actor): Record<string, unknown> {
  const fields = object.fields.filter(
    (field) => actor.access.quiet.readsField(object, field) && field.compoundFieldName === null && field.type !== 'id',
  )
  return {
    buttonLayoutSection: { detailButtons: [] },
    detailLayoutSections: [sectionOf(object, fields, actor)],
    editLayoutSections: [
      sectionOf(
        object,
        fields.filter(({ updateable }) => updateable),
        actor,
      ),
    ],
    feedView: null,
    highlightsPanelLayoutSection: null,
    id: layoutId(object),
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: [],
    saveOptions: [],
  }
}

type Fields = SObject['fields']

function sectionOf(object: SObject, fields: Fields, actor: Actor): Record<string, unknown> {
  const layoutRows: Record<string, unknown>[] = []
  for (let i = 0; i < fields.length; i += 2) {
    const layoutItems = fields.slice(i, i + 2).map((field) => itemOf(field, object, actor))
    layoutRows.push({ layoutItems, numItems: layoutItems.length })
  }
  return {
    collapsed: false,
    columns: 2,
    heading: `${object.label} Information`,
    layoutRows,
    layoutSectionId: null,
    parentLayoutId: layoutId(object),
    rows: layoutRows.length,
    tabOrder: 'LeftToRight',
    useCollapsibleSection: false,
    useHeading: false,
  }
}

function itemOf(field: Fields[number], object: SObject, actor: Actor): Record<string, unknown> {
  const editable = actor.access.quiet.editsField(object, field)
  return {
    editableForNew: field.createable && editable,
    editableForUpdate: field.updateable && editable,
    label: field.label,
    layoutComponents: [{ displayLines: 1, tabOrder: 0, type: 'Field', value: field.name }],
    placeholder: false,
    required: !field.nillable && !field.defaultedOnCreate && field.createable,
  }
}
