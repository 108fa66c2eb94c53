/**
 * Loaded into the user's own Node processes with `--import`: their connections to vendors end at the stand-ins. Imports
 * nothing but node's own modules and its neighbours, and does nothing where STANDIN_HOOK is not set.
 */
import { syncBuiltinESMExports } from 'node:module'
import { HOOK_VARIABLE, readSettings } from './settings.js'
import { redirectSockets } from './sockets.js'
import { redirectTls } from './tls.js'

const LOADED = Symbol.for('standin.hook')

const settings = readSettings(process.env[HOOK_VARIABLE])
if (settings !== undefined && !Reflect.has(globalThis, LOADED)) {
  Reflect.set(globalThis, LOADED, true)
  redirectSockets(settings.hosts)
  redirectTls(settings)
  // For `import { connect } from 'node:tls'`, which holds a copy.
  syncBuiltinESMExports()
}
