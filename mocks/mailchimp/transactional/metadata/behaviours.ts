import { behaviour } from '../../api.js'
import { failure, invalidFields } from '../error-table.js'
import type { MetadataField } from '../rows.js'
import { type Transactional, transactionalOf } from '../transactional.js'

/** Fields by which messages may be searched. @source https://mailchimp.com/developer/transactional/api/metadata/list-metadata-fields/ (read 2026-11) */
export const listMetadata = behaviour('POST /api/1.0/metadata/list', (_, world) =>
  transactionalOf(world).metadata.all().map(render),
)

/** @throws ValidationError for a name that is taken or none  @source https://mailchimp.com/developer/transactional/api/metadata/add-metadata-field/ (read 2026-11); @unverified both wordings */
export const addMetadata = behaviour('POST /api/1.0/metadata/add', ({ body }, world) => {
  const tx = transactionalOf(world)
  if (!/^[A-Za-z0-9_-]+$/.test(body.name)) throw invalidFields({ name: 'Please enter letters, digits and underscores' })
  if (tx.metadata.has(body.name)) throw invalidFields({ name: `A metadata field named ${body.name} already exists` })
  return render(tx.metadata.insert({ id: body.name, viewTemplate: body.view_template ?? null, state: 'active' }))
})

/** @throws Unknown_MetadataField  @source https://mailchimp.com/developer/transactional/api/metadata/update-metadata-field/ (read 2026-11) */
export const updateMetadata = behaviour('POST /api/1.0/metadata/update', ({ body }, world) => {
  const tx = transactionalOf(world)
  return render(tx.metadata.put({ ...named(tx, body.name), viewTemplate: body.view_template }))
})

/** @throws Unknown_MetadataField  @source https://mailchimp.com/developer/transactional/api/metadata/delete-metadata-field/ (read 2026-11) */
export const deleteMetadata = behaviour('POST /api/1.0/metadata/delete', ({ body }, world) => {
  const tx = transactionalOf(world)
  const field = named(tx, body.name)
  tx.metadata.delete(field.id)
  return render({ ...field, state: 'delete' })
})

function named(tx: Transactional, name: string): MetadataField {
  const field = tx.metadata.find(name)
  if (!field) throw failure('Unknown_MetadataField', `Invalid metadata field name: ${name}`)
  return field
}

function render({ id, state, viewTemplate }: MetadataField) {
  return { name: id, state, view_template: viewTemplate }
}
