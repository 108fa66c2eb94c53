import type { Operation, Schema } from '../../../contracts/document.js'
import type { DriftRules, Move } from '../../../contracts/drift-rules.js'
import { type HttpInteraction, type Interaction, isHttp, type MessageInteraction } from '../pact/pact-file.js'
import { answerChanges, type Described } from './answer-changes.js'
import { fieldsRead } from './fields-read.js'
import { type Change, sameChange } from './finding.js'
import type { Found } from './operation-index.js'
import { fieldRemedy, operationRemedy } from './remedy.js'
import { requestChanges } from './request-changes.js'
import type { Subject } from './subject.js'

/** A change, with what to do about it and whether it is certain to matter. */
export interface Advised extends Change {
  readonly remedy?: string
  /** The consumer is known to depend on it. */
  readonly known: boolean
}

export interface InteractionChanges {
  /** Key of the operation, or the event's name. */
  readonly operation: string
  readonly changes: readonly Advised[]
}

/** The descriptions that are compared. */
export interface Compared {
  readonly target: Subject
  /** What the contract was recorded against, where that is at hand. */
  readonly base: Subject | undefined
  readonly rules: DriftRules
}

export function interactionChanges(interaction: Interaction, compared: Compared): InteractionChanges {
  return isHttp(interaction) ? httpChanges(interaction, compared) : messageChanges(interaction, compared)
}

function httpChanges(interaction: HttpInteraction, { target, base, rules }: Compared): InteractionChanges {
  const { request, response } = interaction
  const noted = interaction.comments?.standin?.operation
  const before = base && (noted ? base.operations.byKey(noted) : base.operations.byPath(request.method, request.path))
  const key = noted ?? before?.key
  const now = key ? target.operations.byKey(key) : target.operations.byPath(request.method, request.path)
  const moves = rules.moves ?? []
  const operation = now?.key ?? key ?? `${request.method.toUpperCase()} ${request.path}`
  const gone = !now || isGone(`${request.method.toUpperCase()} ${request.path}`, now, moves)
  if (gone) {
    // An operation that the older description does not have either was never one of its.
    if (base && !before) return { operation, changes: [] }
    const name = now ? `${request.method.toUpperCase()} ${request.path}` : operation
    return { operation: name, changes: [missing('operation', name, operationRemedy(name, moves))] }
  }
  const asked = requestsOf(interaction, now, before, target, base)
  const answered = isSuccess(response.status) ? answersOf(interaction, now, before, { target, base, rules }) : []
  return { operation, changes: [...asked.map((change) => ({ ...change, known: true })), ...answered] }
}

/** A fixed path of an older version, which in this one reads as another operation with a parameter. */
function isGone(asked: string, now: Found, moves: readonly Move[]): boolean {
  return now.key !== asked && moves.some(({ of, field }) => field === undefined && of === asked)
}

function missing(side: 'operation' | 'event', name: string, remedy: string | undefined): Advised {
  const message = side === 'operation' ? `there is no ${name}` : `there is no event ${name}`
  return { side, path: [], kind: 'removed', message, known: true, ...(remedy !== undefined && { remedy }) }
}

function requestsOf(
  { request, response }: HttpInteraction,
  now: Found,
  before: Found | undefined,
  target: Subject,
  base: Subject | undefined,
): Change[] {
  const changes = requestChanges(target.reader, now.operation, request)
  if (base && before) {
    const known = requestChanges(base.reader, before.operation, request)
    return changes.filter((change) => !known.some((one) => sameChange(one, change)))
  }
  // What was refused may have been meant to be wrong.
  if (response.status >= 400) return []
  return changes.filter((change) => !change.unsure)
}

function answersOf(
  interaction: HttpInteraction,
  now: Found,
  before: Found | undefined,
  { target, base, rules }: Compared,
): Advised[] {
  const { status, body } = interaction.response
  const statuses = successes(now.operation)
  if (!statuses.includes(status) && statuses.length > 0) {
    const was = before ? successes(before.operation) : [status]
    if (!was.includes(status)) return []
    const message = `it answers ${statuses.join(' or ')} now, not ${status}`
    return [{ side: 'status', path: [], kind: 'type changed', message, known: true }]
  }
  if (body?.content === undefined || body.content === null) return []
  const described = schemaOf(now.operation, status)
  const older = before && schemaOf(before.operation, status)
  const { paths, known } = fieldsRead(interaction)
  if (paths.length === 0) return []
  if (!described) {
    const had = base ? older !== undefined : false
    const message = 'the answer has no described body any more'
    return had ? [{ side: 'answer', path: [], kind: 'removed', message, known }] : []
  }
  const to: Described = { reader: target.reader, schema: described }
  const from = base && older ? { reader: base.reader, schema: older } : undefined
  // The older description knew nothing of this answer, so nothing of it was promised.
  if (base && before && !older) return []
  return advise(answerChanges('answer', to, from, paths, body.content), {
    to,
    from,
    rules,
    known,
    recorded: body.content,
  })
}

function messageChanges(interaction: MessageInteraction, { target, base, rules }: Compared): InteractionChanges {
  const { content } = interaction.contents
  const type = interaction.comments?.standin?.event ?? rules.eventType?.(content) ?? interaction.description
  const schemaIn = (subject: Subject): Schema | undefined =>
    rules.messageSchema?.(subject.description, type) ?? subject.description['x-events']?.[type]
  const now = schemaIn(target)
  const older = base && schemaIn(base)
  const events = Object.keys(target.description['x-events'] ?? {}).length > 0
  if (!now) {
    const told = events && (!base || older)
    return { operation: type, changes: told ? [missing('event', type, undefined)] : [] }
  }
  if (base && !older) return { operation: type, changes: [] }
  const to: Described = { reader: target.reader, schema: now }
  const from = base && older ? { reader: base.reader, schema: older } : undefined
  const { paths, known } = fieldsRead(interaction)
  const changes = answerChanges('message', to, from, paths, content)
  return { operation: type, changes: advise(changes, { to, from, rules, known, recorded: content }) }
}

interface Advice {
  readonly to: Described
  readonly from: Described | undefined
  readonly rules: DriftRules
  readonly known: boolean
  readonly recorded: unknown
}

function advise(changes: readonly Change[], { to, from, rules, known, recorded }: Advice): Advised[] {
  return changes.map((change) => {
    const remedy = fieldRemedy(change, to, from, rules.moves ?? [], recorded)
    return { ...change, known, ...(remedy !== undefined && { remedy }) }
  })
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

function successes(operation: Operation): number[] {
  return Object.keys(operation.responses)
    .filter((status) => /^2\d\d$/.test(status))
    .map(Number)
}

function schemaOf(operation: Operation, status: number): Schema | undefined {
  return Object.values(operation.responses[String(status)]?.content ?? {})[0]?.schema
}
