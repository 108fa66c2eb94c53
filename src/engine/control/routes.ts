import type { Command } from './command.js'
import { showAccess } from './commands/access-show.js'
import { replayBundleFile } from './commands/bundle-replay.js'
import { writeBundle } from './commands/bundle-save.js'
import { advanceClock } from './commands/clock-advance.js'
import { freezeClock } from './commands/clock-freeze.js'
import { listUpcoming } from './commands/clock-next.js'
import { runClock } from './commands/clock-run.js'
import { showClock } from './commands/clock-show.js'
import { showCoverage } from './commands/coverage-show.js'
import { listCredentials } from './commands/credentials-list.js'
import { tellAgain } from './commands/deliveries-again.js'
import { takeByHand } from './commands/deliveries-by-hand.js'
import { sendEdited } from './commands/deliveries-edited.js'
import { listDeliveries } from './commands/deliveries-list.js'
import { liveDeliveries } from './commands/deliveries-live.js'
import { replayDelivery } from './commands/deliveries-replay.js'
import { sendDelivery } from './commands/deliveries-send.js'
import { showDelivery } from './commands/deliveries-show.js'
import { listEventTypes } from './commands/event-types.js'
import { addFault } from './commands/faults-add.js'
import { clearFaults } from './commands/faults-clear.js'
import { listFaults } from './commands/faults-list.js'
import { removeFault } from './commands/faults-remove.js'
import { proveForgotten } from './commands/forget-proof.js'
import { listKeys } from './commands/keys-list.js'
import { rollKey } from './commands/keys-roll.js'
import { listLeakable } from './commands/leakable-list.js'
import { listLimits } from './commands/limits-list.js'
import { live } from './commands/live.js'
import { clearLogs } from './commands/logs-clear.js'
import { listLogs } from './commands/logs-list.js'
import { liveLogs } from './commands/logs-live.js'
import { showLog } from './commands/logs-show.js'
import { listMail, showMailList } from './commands/mail-list.js'
import { showMail, showMailBody, showMailPage } from './commands/mail-show.js'
import { listRoutes } from './commands/routes-list.js'
import { checkScenario, finishScenario, stopScenario } from './commands/scenario-check.js'
import { startScenario } from './commands/scenario-start.js'
import { listScenarios, showScenario } from './commands/scenarios-list.js'
import { readSnapshot } from './commands/snapshot-read.js'
import { writeSnapshot } from './commands/snapshot-write.js'
import { listSnapshots } from './commands/snapshots-list.js'
import { removeSnapshot } from './commands/snapshots-remove.js'
import { restoreSnapshot } from './commands/snapshots-restore.js'
import { saveSnapshot } from './commands/snapshots-save.js'
import { showRow } from './commands/state-row.js'
import { listRows } from './commands/state-rows.js'
import { listTables } from './commands/state-tables.js'
import { listStates } from './commands/states-list.js'
import { enterState } from './commands/states-set.js'
import { status } from './commands/status.js'
import { showTimeline } from './commands/timeline.js'
import { listWebhooks } from './commands/webhooks-list.js'
import { rollWebhook } from './commands/webhooks-roll.js'
import { subscribeWebhook } from './commands/webhooks-subscribe.js'
import { triggerEvent } from './commands/webhooks-trigger.js'
import { unsubscribeWebhook } from './commands/webhooks-unsubscribe.js'
import { newWorld } from './commands/world-new.js'
import { removeWorld } from './commands/world-remove.js'
import { resetWorld } from './commands/world-reset.js'
import { showWorld } from './commands/world-show.js'
import { listWorlds } from './commands/worlds.js'

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below `/_standin`. `{name}` stands for one segment; a fixed segment goes before a named one. */
  readonly path: string
  readonly command: Command
  /** Changes something: wants the token, and JSON. */
  readonly writes: boolean
  /** Takes a file (gzip) in place of JSON. */
  readonly takesFile?: boolean
  /** Shows secrets: wants the token. */
  readonly secret?: boolean
  readonly summary: string
}

const WORLD = '/worlds/{world}'

const read = (path: string, command: Command, summary: string): Route => ({
  method: 'GET',
  path,
  command,
  writes: false,
  summary,
})
const post = (path: string, command: Command, summary: string): Route => ({
  method: 'POST',
  path,
  command,
  writes: true,
  summary,
})
const remove = (path: string, command: Command, summary: string): Route => ({
  method: 'DELETE',
  path,
  command,
  writes: true,
  summary,
})

/** All that the control API can do. */
export const routes: readonly Route[] = [
  read('', listRoutes, 'this list'),
  read('/status', status, 'version, vendors with address and coverage, worlds, uptime'),
  read('/coverage', showCoverage, 'operations by what stands behind them; ?vendor=, ?list=true, ?fidelity='),
  read('/worlds', listWorlds, 'the worlds'),
  post('/worlds', newWorld, 'a new world: name, seed, at, frozen, limits'),
  read(WORLD, showWorld, 'one world'),
  remove(WORLD, removeWorld, 'removes a world'),
  post(`${WORLD}/reset`, resetWorld, 'empties a world; its credentials stay'),
  { ...read(`${WORLD}/credentials`, listCredentials, 'credentials and webhook secrets, whole'), secret: true },
  read(`${WORLD}/clock`, showClock, 'the time in a world'),
  read(`${WORLD}/clock/next`, listUpcoming, 'what falls due next: jobs and deliveries; ?limit='),
  post(`${WORLD}/clock/freeze`, freezeClock, 'stops the clock'),
  post(`${WORLD}/clock/run`, runClock, 'lets the clock run'),
  post(`${WORLD}/clock/advance`, advanceClock, 'moves the clock: by (30d, PT12H) or to (a time)'),
  read(`${WORLD}/live`, live, 'all that happens, gathered ten times a second, as server-sent events; ?what='),
  read(`${WORLD}/timeline`, showTimeline, 'what happened and what came of what; ?limit='),
  read(`${WORLD}/logs`, listLogs, 'requests; ?vendor=, ?status=, ?operation=, ?search=, ?limit='),
  remove(`${WORLD}/logs`, clearLogs, 'empties the log'),
  read(`${WORLD}/logs/live`, liveLogs, 'requests as they come, as server-sent events'),
  read(`${WORLD}/logs/{id}`, showLog, 'one request, explained'),
  read(`${WORLD}/deliveries`, listDeliveries, 'deliveries; ?vendor=, ?state=, ?endpoint=, ?type=, ?limit='),
  read(`${WORLD}/deliveries/live`, liveDeliveries, 'deliveries as they happen, as server-sent events'),
  read(`${WORLD}/deliveries/{id}`, showDelivery, 'one delivery, with the request that it is'),
  post(`${WORLD}/deliveries/{id}/replay`, replayDelivery, 'sends one again'),
  read(`${WORLD}/webhooks`, listWebhooks, 'endpoints that hear of events'),
  post(`${WORLD}/webhooks`, subscribeWebhook, 'subscribes an endpoint: vendor, url'),
  remove(`${WORLD}/webhooks/{endpoint}`, unsubscribeWebhook, 'takes it away again'),
  post(`${WORLD}/webhooks/{endpoint}/roll`, rollWebhook, 'gives it a new secret; the old one signs too for a while'),
  post(`${WORLD}/webhooks/{endpoint}/by-hand`, takeByHand, 'deliveries to an endpoint wait to be sent one by one: on'),
  post(`${WORLD}/deliveries/{id}/send`, sendDelivery, 'sends one that waits: how (a forgery), age, timeout'),
  post(`${WORLD}/deliveries/{id}/edited`, sendEdited, 'sends one with another body: body, signed, headers'),
  post(`${WORLD}/deliveries/{id}/again`, tellAgain, 'makes another event of the same object'),
  read(`${WORLD}/events`, listEventTypes, 'types of events that there are; ?vendor='),
  post(`${WORLD}/events`, triggerEvent, 'makes an event happen: vendor, type'),
  read(`${WORLD}/faults`, listFaults, 'what goes wrong on purpose'),
  post(`${WORLD}/faults`, addFault, 'adds a fault: name, when, times, effect'),
  remove(`${WORLD}/faults`, clearFaults, 'takes all of them away'),
  remove(`${WORLD}/faults/{id}`, removeFault, 'takes a fault away'),
  read(`${WORLD}/snapshots`, listSnapshots, 'snapshots that are kept by name'),
  post(`${WORLD}/snapshots`, saveSnapshot, "keeps the world's whole state: name"),
  post(`${WORLD}/snapshots/{snapshot}/restore`, restoreSnapshot, 'gives the world that state again'),
  remove(`${WORLD}/snapshots/{snapshot}`, removeSnapshot, 'forgets a snapshot'),
  { ...read(`${WORLD}/snapshot`, readSnapshot, "the world's whole state as a file"), secret: true },
  { ...post(`${WORLD}/snapshot`, writeSnapshot, 'gives the world the state of a file (gzip)'), takesFile: true },
  {
    ...read(`${WORLD}/bundle`, writeBundle, 'what has happened, as a file to hand on; ?from= a snapshot'),
    secret: true,
  },
  {
    ...post('/bundles/replay', replayBundleFile, 'replays a bundle (gzip) up to the first difference'),
    takesFile: true,
  },
  { ...read(`${WORLD}/leakable`, listLeakable, 'what must not be found in logs, whole'), secret: true },
  read(`${WORLD}/access`, showAccess, 'what credentials were used for, beside what they are granted; ?vendor='),
  read(
    `${WORLD}/keys`,
    listKeys,
    'keys and webhook secrets, masked: which hold, until when, who used them last; ?vendor=',
  ),
  post(`${WORLD}/keys/{variable}/roll`, rollKey, 'gives a key a new value; the old one holds for a while: overlap'),
  read(`${WORLD}/limits`, listLimits, 'how far the limits are filled; ?vendor='),
  read('/scenarios', listScenarios, 'the scenarios that there are, in plain words'),
  read('/scenarios/{name}', showScenario, 'one of them'),
  post(`${WORLD}/scenario`, startScenario, 'begins a scenario: name; or file and text; keep'),
  read(`${WORLD}/scenario`, checkScenario, 'how it stands: expectations and timeline; ?wait=false'),
  post(`${WORLD}/scenario/finish`, finishScenario, 'the integration has ended: exitCode'),
  remove(`${WORLD}/scenario`, stopScenario, 'takes its faults and steps away; answers the last report'),
  read('/states', listStates, 'states that contracts may name, by vendor'),
  post(`${WORLD}/states`, enterState, 'brings a world into a state: vendor, state, params'),
  read(`${WORLD}/mail`, listMail, 'mail that was sent; ?vendor=, ?to=, ?limit='),
  read(`${WORLD}/mail/page`, showMailList, 'the same as a page'),
  read(`${WORLD}/mail/{vendor}/{id}`, showMail, 'one message: headers, HTML, text, attachments, as sent'),
  read(`${WORLD}/mail/{vendor}/{id}/page`, showMailPage, 'the same as a page'),
  read(`${WORLD}/mail/{vendor}/{id}/body`, showMailBody, "its HTML alone, for the page's frame"),
  post(`${WORLD}/forget-proof`, proveForgotten, 'whether anything of an address is left: address'),
  read(`${WORLD}/state`, listTables, 'tables with their number of rows'),
  read(`${WORLD}/state/{vendor}/{table}`, listRows, 'rows of a table; ?scope=, ?limit=, ?after='),
  read(`${WORLD}/state/{vendor}/{table}/{row}`, showRow, 'one row, and what became of it; ?scope='),
]
