import type { Behaviour } from '../../../src/engine/kit.js'
import { create } from './create.js'
import { remove } from './delete.js'
import { basicInformation, describe, describeGlobal } from './describe.js'
import { deleteByExternalIdOrUnlink, followFromExternalId, retrieveByExternalIdOrFollow } from './follow.js'
import { describeApprovalLayouts, describeCompactLayouts, describeLayout, describeLayouts } from './layouts.js'
import { listRecent } from './recent.js'
import { getDeleted, getUpdated } from './replication.js'
import { listResources } from './resources.js'
import { retrieve } from './retrieve.js'
import { getTheme, listTabs } from './tabs.js'
import { update } from './update.js'
import { insertByExternalId, upsert, upsertWithoutId } from './upsert.js'
import { listVersions } from './versions.js'

export const objectBehaviours: readonly Behaviour[] = [
  listVersions,
  listResources,
  describeGlobal,
  basicInformation,
  describe,
  describeLayouts,
  describeLayout,
  describeCompactLayouts,
  describeApprovalLayouts,
  create,
  retrieve,
  update,
  remove,
  upsert,
  upsertWithoutId,
  insertByExternalId,
  retrieveByExternalIdOrFollow,
  followFromExternalId,
  deleteByExternalIdOrUnlink,
  getUpdated,
  getDeleted,
  listRecent,
  listTabs,
  getTheme,
]
