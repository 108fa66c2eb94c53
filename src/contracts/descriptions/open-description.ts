import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Description } from '../../../contracts/document.js'
import { type DriftRules, driftRulesOf } from '../../../contracts/drift-rules.js'
import { SandboxError } from '../../engine/errors.js'
import { fetchText } from './fetch-text.js'
import { descriptionOfText, KINDS } from './from-text.js'
import { packaged } from './packaged.js'

/**
 * Reads a description of a vendor, wherever it is: the one this package carries (`pinned`), an OpenAPI document (file or URL,
 * JSON or YAML), a description in this project's own form, or the vendor's SDK (a folder, or the name of an installed package).
 * @param cwd where paths and packages are looked for
 * @throws SANDBOX_NOT_FOUND, SANDBOX_BAD_DESCRIPTION, SANDBOX_MISSING_PACKAGE
 */
export async function openDescription(vendor: string, named: string, cwd: string): Promise<Description> {
  if (named === 'pinned') return packaged(vendor)
  const rules = await driftRulesOf(vendor)
  if (/^https?:\/\//.test(named)) return descriptionOfText(vendor, await fetchText(named), named, named)
  const path = resolve(cwd, named)
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return fromPackage(vendor, rules, path)
    return descriptionOfText(vendor, readFileSync(path, 'utf8'), named, named)
  }
  const folder = installed(named, cwd)
  if (folder !== undefined) return fromPackage(vendor, rules, folder)
  throw new SandboxError('SANDBOX_NOT_FOUND', `No description is found at '${named}'.`, `Name ${KINDS}.`)
}

async function fromPackage(vendor: string, rules: DriftRules, folder: string): Promise<Description> {
  if (!rules.readPackage) {
    const message = `${folder} is a folder, and no SDK of '${vendor}' is read for its description.`
    throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Name a file or URL of an OpenAPI document.')
  }
  try {
    return await rules.readPackage(folder)
  } catch (cause) {
    throw unreadable(folder, cause)
  }
}

function unreadable(folder: string, cause: unknown): SandboxError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const message = cause instanceof Error ? cause.message : String(cause)
  if (code === 'ERR_MODULE_NOT_FOUND' && message.includes('typescript')) {
    const needs = 'An SDK is read with the TypeScript compiler, which is not installed.'
    const remedy = 'Run `npm install --save-dev typescript@5`, or name an OpenAPI document instead.'
    return new SandboxError('SANDBOX_MISSING_PACKAGE', needs, remedy, { cause })
  }
  const remedy = 'Name the folder of the package itself (the one with package.json), or an OpenAPI document.'
  return new SandboxError('SANDBOX_BAD_DESCRIPTION', `${folder} cannot be read: ${message}.`, remedy, { cause })
}

/** Folder of an installed package, looked for as node does, from `cwd` upwards: `stripe`, `stripe@24.0.0`. */
function installed(named: string, cwd: string): string | undefined {
  const [, name, version] = /^((?:@[\w.-]+\/)?[\w.-]+)(?:@([\w.-]+))?$/.exec(named) ?? []
  if (name === undefined) return undefined
  for (let at = resolve(cwd); ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return checked(folder, named, version)
    if (dirname(at) === at) return undefined
  }
}

function checked(folder: string, named: string, version: string | undefined): string {
  const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: string }
  if (version === undefined || found.version === version) return folder
  const message = `${named} is asked for, and ${found.version ?? 'another version'} is installed at ${folder}.`
  const remedy = `Install that one beside it: npm install --no-save --prefix .standin/sdk ${named}; then name .standin/sdk/node_modules/...`
  throw new SandboxError('SANDBOX_NOT_FOUND', message, remedy)
}
