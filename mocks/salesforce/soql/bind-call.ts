import type { RecordRow } from '../records/record.js'
import type { Argument, Call, Operand, Path } from './ast.js'
import { bindPath, type Scope } from './bind-path.js'
import type { Bound } from './bound.js'
import { DATE_FUNCTIONS, momentOf } from './date-functions.js'
import { distanceOf } from './distance.js'
import { invalidField, malformed } from './soql-error.js'

export const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'])
/** Functions that change how a field is shown and not what it is. */
export const PRESENTATIONS = new Set(['TOLABEL', 'FORMAT', 'CONVERTCURRENCY'])

export function bindOperand(scope: Scope, operand: Operand): Bound<RecordRow> {
  return operand.kind === 'path' ? bindPath(scope, operand) : bindCall(scope, operand)
}

/** A function of a row. @throws MALFORMED_QUERY for an unknown function, and for aggregates, which are of groups */
export function bindCall(scope: Scope, call: Call): Bound<RecordRow> {
  if (call.name === 'DISTANCE') return bindDistance(scope, call)
  if (PRESENTATIONS.has(call.name)) return bindPresented(scope, call)
  if (AGGREGATES.has(call.name) || call.name === 'GROUPING')
    throw malformed('Aggregate functions are not allowed here', call.start)
  const date = DATE_FUNCTIONS.get(call.name)
  if (!date) throw malformed(`unexpected token: '${call.name}'`, call.start)
  const { bound, timeZone } = bindMoment(scope, call)
  if (bound.kind !== 'datetime' && !(bound.kind === 'date' && date.dates))
    throw malformed(`field ${bound.name} does not support function ${call.name}`, call.start)
  const start = scope.environment.fiscalYearStartMonth
  return {
    ...bound,
    name: `${call.name}(${bound.name})`,
    shortName: undefined,
    kind: call.name === 'DAY_ONLY' ? 'date' : 'number',
    field: undefined,
    own: false,
    read: (row) => {
      const value = bound.read(row)
      return typeof value === 'string' ? date.of(momentOf(value, timeZone), start) : null
    },
  }
}

/** The date that a function is of: in UTC, or in the user's zone within convertTimezone(). */
function bindMoment(scope: Scope, call: Call): { bound: Bound<RecordRow>; timeZone: string } {
  const argument = onlyArgument(call)
  if (argument.kind === 'path') return { bound: bindPath(scope, argument), timeZone: 'UTC' }
  if (argument.kind !== 'call' || argument.name !== 'CONVERTTIMEZONE')
    throw malformed(`unexpected token: '${argument.kind === 'call' ? argument.name : '('}'`, argument.start)
  return { bound: bindPath(scope, pathIn(argument)), timeZone: scope.environment.timeZone }
}

function bindPresented(scope: Scope, call: Call): Bound<RecordRow> {
  const argument = onlyArgument(call)
  if (argument.kind === 'call' && argument.name === 'CONVERTCURRENCY') return bindPresented(scope, argument)
  return bindPath(scope, pathIn(call))
}

function onlyArgument(call: Call): Argument {
  const [argument] = call.args
  if (!argument || call.args.length > 1)
    throw malformed(`unexpected token: '${call.args.length > 1 ? ',' : ')'}'`, call.end - 1)
  return argument
}

/** The field that a function is of. */
export function pathIn(call: Call): Path {
  const argument = onlyArgument(call)
  if (argument.kind === 'path') return argument
  throw malformed(`unexpected token: '('`, argument.start)
}

/** How far a place is from another, in miles or kilometres. */
function bindDistance(scope: Scope, call: Call): Bound<RecordRow> {
  const [place, from, unit] = call.args
  if (place?.kind !== 'path' || from?.kind !== 'call' || from.name !== 'GEOLOCATION' || unit?.kind !== 'string')
    throw malformed(`unexpected token: 'DISTANCE'`, call.start)
  const bound = bindPath(scope, place)
  const [latitude, longitude] = from.args
  if (latitude?.kind !== 'number' || longitude?.kind !== 'number' || !/^(?:mi|km)$/i.test(unit.raw))
    throw malformed(`unexpected token: 'GEOLOCATION'`, from.start)
  const field = bound.field
  if (!field || (field.type !== 'address' && field.type !== 'location') || !bound.own)
    throw invalidField(`Cannot use DISTANCE with field ${bound.name}`, call.start)
  const here = { latitude: latitude.value, longitude: longitude.value }
  const read = (row: RecordRow) => distanceOf(row, field, here, unit.raw.toLowerCase() === 'km')
  return { ...bound, name: 'DISTANCE', shortName: undefined, kind: 'number', field: undefined, own: false, read }
}
