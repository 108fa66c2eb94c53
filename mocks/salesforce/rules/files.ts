import { createHash } from 'node:crypto'
import { blobOf, putBlob } from '../records/blobs.js'
import { requiredMissing } from '../records/check.js'
import type { SalesforceWorld } from '../world.js'
import type { Draft, ObjectRule, Saving } from './rule.js'

/** The length of a file beside it. @source facts A4 (read 2026-11-23) */
export const attachment: ObjectRule = {
  prepare: ({ world, draft }) => {
    const bytes = storeBlob(world, draft, 'Body')
    if (bytes) draft.BodyLength = bytes.length
  },
}

/**
 * A version of a file makes the file, and links it to its owner and to where it is published.
 * @throws REQUIRED_FIELD_MISSING (400)
 * @source facts part B (read 2026-11-23)
 */
export const contentVersion: ObjectRule = {
  prepare: (saving) => {
    const { world, draft, before } = saving
    if (!before && !draft.PathOnClient && !draft.ContentUrl) throw requiredMissing(['PathOnClient'])
    if (!before && !draft.VersionData && !draft.ContentUrl) throw requiredMissing(['VersionData'])
    const bytes = storeBlob(world, draft, 'VersionData')
    if (!bytes) return
    const path = String(draft.PathOnClient ?? draft.Title ?? '')
    const extension = /\.([^./\\]+)$/.exec(path)?.[1] ?? ''
    draft.FileExtension = extension || null
    draft.FileType = extension ? extension.toUpperCase() : 'UNKNOWN'
    draft.Title ??= path.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '')
    draft.ContentSize = bytes.length
    draft.Checksum = createHash('md5').update(bytes).digest('hex')
    draft.IsLatest = true
    file(saving)
  },
}

/** Makes the document of a first version, or moves a document on to its next. */
function file({ world, actor, draft }: Saving): void {
  const versions = world.records('ContentVersion')
  const old =
    typeof draft.ContentDocumentId === 'string' ? versions.where('ContentDocumentId', draft.ContentDocumentId) : []
  draft.VersionNumber = String(old.length + 1)
  for (const each of old) versions.update(each.id, { IsLatest: false })
  const stamps = {
    LastModifiedDate: world.now(),
    LastModifiedById: actor.userId,
    SystemModstamp: world.now(),
  }
  const facts = {
    Title: draft.Title ?? null,
    FileType: draft.FileType ?? null,
    FileExtension: draft.FileExtension ?? null,
    ContentSize: draft.ContentSize ?? null,
    LatestPublishedVersionId: draft.id,
    ...stamps,
  }
  if (old.length > 0) {
    world.records('ContentDocument').update(String(draft.ContentDocumentId), facts)
    return
  }
  const id = world.idWithPrefix('069')
  draft.ContentDocumentId = id
  const made = { CreatedDate: world.now(), CreatedById: actor.userId, OwnerId: actor.userId, IsDeleted: false }
  world.records('ContentDocument').insert({ id, Id: id, ...made, ...facts })
  link(world, id, actor.userId, 'I')
  if (typeof draft.FirstPublishLocationId === 'string') link(world, id, draft.FirstPublishLocationId, 'V')
}

function link(world: SalesforceWorld, document: string, entity: string, shareType: string): void {
  const id = world.idWithPrefix('06A')
  world.records('ContentDocumentLink').insert({
    id,
    Id: id,
    ContentDocumentId: document,
    LinkedEntityId: entity,
    ShareType: shareType,
    Visibility: 'AllUsers',
    IsDeleted: false,
    SystemModstamp: world.now(),
  })
}

/** Takes what was sent for a base64 field out of the draft and keeps it apart: rows stay small. */
function storeBlob(world: SalesforceWorld, draft: Draft, field: string): Buffer | undefined {
  const sent = draft[field]
  delete draft[field]
  if (typeof sent !== 'string') return blobOf(world, draft.id, field) && undefined
  return putBlob(world, draft.id, field, sent)
}
