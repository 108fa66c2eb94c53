import { overlays } from '../overlay/index.js'
import { buildObjects } from './build.js'
import type { CatalogueFile } from './model.js'
import { readJsforce } from './read-jsforce.js'
import { readOpenApi } from './read-openapi.js'

interface Folders {
  /** Of the package @opensdks/sdk-salesforce. */
  openApi: string
  /** Of the package jsforce. */
  jsforce: string
}

/** The standard objects, read from both packages. Without `mended`, by the rules alone: for measuring them. */
export function readCatalogue(folders: Folders, mended = true): CatalogueFile {
  const objects = buildObjects({
    openApi: readOpenApi(folders.openApi),
    typed: readJsforce(folders.jsforce),
    overlays: mended ? overlays : {},
  })
  return { source: '@opensdks/sdk-salesforce@0.0.2, jsforce@3.10.16, overlay', objects }
}
