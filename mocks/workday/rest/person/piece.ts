import type { VendorError } from '../../../../src/engine/kit.js'
import { invalid } from '../../errors.js'
import type { Contact, Usage } from '../../rows/person.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, fieldsOf, flagIn, idIn } from '../body.js'
import { fixedValues } from '../values.js'

/** What every piece of contact information has. */
export interface Used {
  readonly id: string
  readonly usage: Usage
  readonly primary: boolean
  readonly public: boolean
}

/** One kind of contact information: where it is in a person, how it is told and read, and what is refused. */
export interface PieceKind<T extends Used> {
  readonly of: (contact: Contact) => readonly T[]
  readonly into: (contact: Contact, pieces: readonly T[]) => Contact
  readonly render: (world: WorkdayWorld, piece: T) => Fields
  /** What a change tells beside, or in another form: of most kinds only the id of the usage type. */
  readonly inChange?: (piece: T) => Fields
  /** What a body says, over what was there before. @throws the kind's own codes */
  readonly read: (world: WorkdayWorld, used: Used, body: Fields, before: T | undefined) => T
  /** A kind's own words for what all have in common. */
  readonly words: {
    readonly usageChanged: Told
    readonly primaryChanged: Told
    readonly onePrimary: Told
    readonly needsPrimary?: Told
    readonly primaryKept?: Told
  }
}

/** Code and text of the documentation; `[type]` stands for Work or Home. */
export type Told = readonly [code: string, text: string]

export function tell([code, text]: Told, usage?: Usage, field?: string): VendorError {
  const error = text.replace('[type]', usage === 'HOME' ? 'Home' : 'Work')
  return invalid(400, { code, error, ...(field !== undefined && { field }) })
}

export const USAGE_TYPES = fixedValues('Communication_Usage_Type_ID', [
  ['WORK', 'Work'],
  ['HOME', 'Home'],
])

const USAGE_REQUIRED: Told = ['A645', 'A valid Usage Type is required.']

/**
 * What a body says of where a piece is for.
 * @throws A645 for a usage type that is not that of the change, and the kind's codes for one that was another before
 */
export function readUsage(
  words: PieceKind<Used>['words'],
  usage: Usage,
  body: Fields,
  before: Used | undefined,
  newId: () => string,
): Used {
  const given = fieldsOf(body.usage)
  const type = USAGE_TYPES.valueOf(idIn(given, 'usageType'))
  const said = idIn(given, 'usageType') !== undefined
  if (before && said && type !== usage) throw tell(words.usageChanged, usage, 'usage')
  if (!before && type !== usage) throw tell(USAGE_REQUIRED, usage, 'usage')
  const primary = flagIn(given, 'primary') ?? before?.primary ?? false
  if (before && primary !== before.primary) throw tell(words.primaryChanged, usage, 'usage.primary')
  return {
    id: before?.id ?? newId(),
    usage,
    primary,
    public: flagIn(given, 'public') ?? before?.public ?? usage === 'WORK',
  }
}

/** One primary piece, if there is any. @throws the kind's codes */
export function checkPieces<T extends Used>({ words }: PieceKind<T>, usage: Usage, pieces: readonly T[]): void {
  const primary = pieces.filter((piece) => piece.primary).length
  if (primary > 1) throw tell(words.onePrimary, usage, 'usage.primary')
  if (primary === 0 && pieces.length > 0 && words.needsPrimary) throw tell(words.needsPrimary, usage, 'usage.primary')
}

/** A piece as a change of contact information tells it. */
export function renderInChange<T extends Used>(world: WorkdayWorld, kind: PieceKind<T>, piece: T): Fields {
  const { primary, public: isPublic } = piece
  const usage = { primary, public: isPublic, usageType: { id: USAGE_TYPES.of(piece.usage).id }, usedFor: [] }
  return { ...kind.render(world, piece), usage, ...kind.inChange?.(piece) }
}

export function renderUsage({ usage, primary, public: isPublic }: Used): Fields {
  return { usage: { primary, public: isPublic, usageType: USAGE_TYPES.of(usage), usedFor: [] } }
}
