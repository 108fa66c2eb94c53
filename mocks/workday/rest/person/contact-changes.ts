import type { Behaviour } from '../../../../src/engine/kit.js'
import { reply } from '../../../../src/engine/kit.js'
import { type OperationKey, operation } from '../../api.js'
import type { EventRow } from '../../business-process/event.js'
import { notFound } from '../../errors.js'
import type { Contact, Usage } from '../../rows/person.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, fieldsOf } from '../body.js'
import { type Asked, collection, lastOf } from '../collection.js'
import { invalidValue } from '../complaints.js'
import { editableEvent, stagedEvent } from '../staged/staged.js'
import { eventName, renderSubmitted, submitStaged } from '../staged/submit.js'
import { ADDRESSES } from './addresses.js'
import { EMAILS } from './emails.js'
import { INSTANT_MESSENGERS } from './instant-messengers.js'
import { PHONES } from './phones.js'
import { checkPieces, type PieceKind, readUsage, renderInChange, tell, type Used } from './piece.js'
import { fitsUsage, PERSON } from './usage-query.js'
import { WEB_ADDRESSES } from './web-addresses.js'

/** The contact information that a change proposes. @throws 404 for a change of the other usage */
function contactOf(event: EventRow, usage: Usage): Contact {
  if (event.change.kind !== 'change-contact' || event.change.usage !== usage) throw notFound()
  return event.change.contact
}

function putContact(world: WorkdayWorld, event: EventRow, usage: Usage, contact: Contact): void {
  world.events.put({ ...event, change: { kind: 'change-contact', usage, contact } })
}

/** The five kinds under one change: listed, read, added, changed and deleted, until the change is submitted. */
function pieces<T extends Used>(usage: Usage, kind: PieceKind<T>, keys: Keys): readonly Behaviour[] {
  const piecesOf = (world: WorkdayWorld, asked: Pick<Asked, 'params'>) =>
    kind.of(contactOf(stagedEvent(world, asked, 'change-contact'), usage))
  const edit = (world: WorkdayWorld, asked: Edited, change: (all: readonly T[]) => readonly T[]) =>
    editPieces(world, asked, usage, kind, change)
  const read = (world: WorkdayWorld, body: Fields, before: T | undefined): T =>
    kind.read(
      world,
      readUsage(kind.words, usage, body, before, () => world.newWid()),
      body,
      before,
    )

  return [
    ...collection<T>({
      list: keys.list,
      one: keys.one,
      all: (world, asked) => piecesOf(world, asked).filter((piece) => fitsUsage(asked.query, piece)),
      idOf: ({ id }) => id,
      find: (world, id, asked) => piecesOf(world, asked).find((piece) => piece.id === id),
      render: (world, piece) => renderInChange(world, kind, piece),
    }),
    operation(keys.add, (asked, world) => {
      const added = read(world, fieldsOf(asked.body), undefined)
      edit(world, asked, (all) => [...all, added])
      return renderInChange(world, kind, added)
    }),
    operation(keys.change, (asked, world) => {
      const before = pieceNamed(piecesOf(world, asked), asked)
      const changed = read(world, fieldsOf(asked.body), before)
      edit(world, asked, (all) => all.map((piece) => (piece.id === changed.id ? changed : piece)))
      return renderInChange(world, kind, changed)
    }),
    operation(keys.remove, (asked, world) => {
      const gone = pieceNamed(piecesOf(world, asked), asked)
      edit(world, asked, (all) => {
        const rest = all.filter(({ id }) => id !== gone.id)
        if (gone.primary && rest.length > 0 && kind.words.primaryKept) throw tell(kind.words.primaryKept, usage)
        return rest
      })
      return reply({ status: 200 })
    }),
  ]
}

type Edited = Pick<Asked, 'params' | 'call'>

/** Changes the pieces of one kind in a change that is not submitted. @throws A403, A368, the kind's own codes */
function editPieces<T extends Used>(
  world: WorkdayWorld,
  asked: Edited,
  usage: Usage,
  kind: PieceKind<T>,
  change: (all: readonly T[]) => readonly T[],
): void {
  const event = editableEvent(world, asked, 'change-contact')
  const contact = contactOf(event, usage)
  const changed = change(kind.of(contact))
  checkPieces(kind, usage, changed)
  putContact(world, event, usage, kind.into(contact, changed))
}

function pieceNamed<T extends Used>(all: readonly T[], { params }: Pick<Asked, 'params'>): T {
  const piece = all.find(({ id }) => id === lastOf(params))
  if (!piece) throw notFound()
  return piece
}

interface Keys {
  readonly list: OperationKey
  readonly one: OperationKey
  readonly add: OperationKey
  readonly change: OperationKey
  readonly remove: OperationKey
}

function ofChange(side: 'work' | 'home', usage: Usage): readonly Behaviour[] {
  const base = `${PERSON}/${side}ContactInformationChanges/{ID}` as const
  const keys = (name: 'emailAddresses' | 'phoneNumbers' | 'instantMessengers' | 'webAddresses'): Keys => ({
    list: `GET ${base}/${name}`,
    one: `GET ${base}/${name}/{subresourceID}`,
    add: `POST ${base}/${name}`,
    change: `PATCH ${base}/${name}/{subresourceID}`,
    remove: `DELETE ${base}/${name}/{subresourceID}`,
  })
  return [
    ...pieces(usage, ADDRESSES, {
      list: `GET ${base}/addresses`,
      one: `GET ${base}/addresses/{subresourceID}`,
      add: `POST ${base}/addresses`,
      change: `PUT ${base}/addresses/{subresourceID}`,
      remove: `DELETE ${base}/addresses/{subresourceID}`,
    }),
    ...pieces(usage, EMAILS, keys('emailAddresses')),
    ...pieces(usage, PHONES, keys('phoneNumbers')),
    ...pieces(usage, INSTANT_MESSENGERS, keys('instantMessengers')),
    ...pieces(usage, WEB_ADDRESSES, keys('webAddresses')),
    operation(`GET ${base}`, (asked, world) => {
      const event = stagedEvent(world, asked, 'change-contact')
      contactOf(event, usage)
      return renderSubmitted(world, event)
    }),
    operation(`POST ${base}/submit`, (asked, world) => {
      const event = stagedEvent(world, asked, 'change-contact')
      const { addresses } = contactOf(event, usage)
      if (usage === 'HOME' && event.status === 'initiated' && !addresses.some(({ primary }) => primary))
        throw tell(HOME_ADDRESS)
      return renderSubmitted(world, submitStaged(world, event, asked.body))
    }),
  ]
}

const HOME_ADDRESS = [
  'A617',
  'A primary home address is required.  Please add a primary home address before submitting.',
] as const

/** Only an address of the person's own can be another place of work. @throws A575 @source facts A3, A8 (read 2026-11-24) */
const alternateLocation = operation(`PATCH ${PERSON}/workContactInformationChanges/{ID}`, (asked, world) => {
  const event = editableEvent(world, asked, 'change-contact')
  const contact = contactOf(event, 'WORK')
  const wanted = fieldsOf(asked.body).alternateWorkLocation
  if (wanted === undefined) return { id: event.id, descriptor: eventName(world, event) }
  const { id } = fieldsOf(wanted)
  const address = contact.addresses.find((each) => each.id === id)
  if (typeof id !== 'string') throw invalidValue('alternateWorkLocation')
  if (!address) throw tell(ALTERNATE, 'WORK', 'alternateWorkLocation')
  const addresses = contact.addresses.map((each) => ({ ...each, primary: each.id === id }))
  putContact(world, event, 'WORK', { ...contact, addresses })
  return {
    id: event.id,
    descriptor: eventName(world, event),
    alternateWorkLocation: { id, descriptor: address.addressLine1 },
  }
})

const ALTERNATE = [
  'A575',
  'You can only specify a current home or work address as an Alternate Work Location for the subject person.',
] as const

/** Changes of work and home contact information, begun by the staffing service. @source facts A4 (read 2026-11-23) */
export const contactChangeBehaviours: readonly Behaviour[] = [
  ...ofChange('work', 'WORK'),
  ...ofChange('home', 'HOME'),
  alternateLocation,
]
