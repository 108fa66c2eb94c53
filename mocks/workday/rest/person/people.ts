import type { Behaviour } from '../../../../src/engine/kit.js'
import type { OperationKey } from '../../api.js'
import { notFound } from '../../errors.js'
import { valueAt } from '../../history/fact.js'
import type { Contact, PersonRow } from '../../rows/person.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, textIn } from '../body.js'
import { type Asked, collection, ownerOf } from '../collection.js'
import { COUNTRIES } from '../countries.js'
import { ADDRESSES } from './addresses.js'
import { EMAILS } from './emails.js'
import { INSTANT_MESSENGERS } from './instant-messengers.js'
import { type NameOf, namesOf, renderName } from './names.js'
import { PHONES } from './phones.js'
import type { PieceKind, Used } from './piece.js'
import { fitsUsage, PERSON } from './usage-query.js'
import { WEB_ADDRESSES } from './web-addresses.js'

const ONE = `${PERSON}/people/{ID}`

function personAsked(world: WorkdayWorld, { params }: Pick<Asked, 'params'>): PersonRow {
  const person = world.persons.find(ownerOf(params))
  if (!person) throw notFound()
  return person
}

function contactAt(
  world: WorkdayWorld,
  person: PersonRow,
  side: 'work' | 'home',
  effective?: string,
): Contact | undefined {
  const asOf = effective === undefined ? world.present : { effective, entered: world.now() }
  return valueAt(person[side], asOf)
}

function pieces<T extends Used>(
  side: 'work' | 'home',
  kind: PieceKind<T>,
  list: OperationKey,
  one: OperationKey,
): readonly Behaviour[] {
  return collection<T>({
    list,
    one,
    all: (world, asked) => {
      const contact = contactAt(world, personAsked(world, asked), side, textIn(asked.query, 'effective'))
      return contact ? kind.of(contact).filter((piece) => fitsUsage(asked.query, piece)) : []
    },
    idOf: ({ id }) => id,
    render: kind.render,
  })
}

function names(kind: 'legalName' | 'preferredName'): readonly Behaviour[] {
  return collection<NameOf>({
    list: `GET ${ONE}/${kind}`,
    one: `GET ${ONE}/${kind}/{subresourceID}`,
    all: (world, asked) => namesOf(world, personAsked(world, asked), kind),
    idOf: ({ id }) => id,
    render: (_, name) => renderName(name),
  })
}

function renderPerson(_: WorkdayWorld, { id }: PersonRow): Fields {
  const parts = ['homeAddresses', 'homeEmails', 'homePhones', 'legalName', 'personalInformation', 'photos']
  const more = ['preferredName', 'workAddresses', 'workEmails', 'workPhones', 'workWebAddresses', 'homeWebAddresses']
  return { id, ...Object.fromEntries([...parts, ...more].map((part) => [part, `/people/${id}/${part}`])) }
}

function renderPersonal(world: WorkdayWorld, person: PersonRow): Fields {
  const personal = valueAt(person.personal, world.present)
  return {
    ...(personal?.birthDate !== undefined && { dateOfBirth: personal.birthDate }),
    ...(personal?.gender !== undefined && { gender: { descriptor: personal.gender } }),
    ...(personal?.maritalStatus !== undefined && {
      maritalStatus: { status: { descriptor: personal.maritalStatus } },
    }),
    ...(personal?.nationality !== undefined && { primaryNationality: COUNTRIES.of(personal.nationality) }),
  }
}

/** What everybody may see: the public pieces of the work contact. */
function renderPublic(world: WorkdayWorld, person: PersonRow): Fields {
  const contact = contactAt(world, person, 'work')
  const shown = <T extends Used>(kind: PieceKind<T>) =>
    (contact ? kind.of(contact) : []).filter((piece) => piece.public).map((piece) => kind.render(world, piece))
  return {
    addresses: shown(ADDRESSES),
    emails: shown(EMAILS),
    instantMessengers: shown(INSTANT_MESSENGERS),
    phoneNumbers: shown(PHONES),
    webAddresses: shown(WEB_ADDRESSES),
  }
}

/** People, their names and how to reach them. @source facts A7, A8 (read 2026-11-23) */
export const peopleBehaviours: readonly Behaviour[] = [
  ...collection<PersonRow>({
    list: `GET ${PERSON}/people`,
    one: `GET ${ONE}`,
    all: (world) => world.persons.all(),
    idOf: ({ id }) => id,
    find: (world, id) => world.persons.find(id),
    render: renderPerson,
  }),
  ...names('legalName'),
  ...names('preferredName'),
  ...ofSide('work', 'Emails', EMAILS),
  ...ofSide('home', 'Emails', EMAILS),
  ...ofSide('work', 'Phones', PHONES),
  ...ofSide('home', 'Phones', PHONES),
  ...ofSide('work', 'Addresses', ADDRESSES),
  ...ofSide('home', 'Addresses', ADDRESSES),
  ...ofSide('work', 'InstantMessengers', INSTANT_MESSENGERS),
  ...ofSide('home', 'InstantMessengers', INSTANT_MESSENGERS),
  ...ofSide('work', 'WebAddresses', WEB_ADDRESSES),
  ...ofSide('home', 'WebAddresses', WEB_ADDRESSES),
  ...ofPerson('personalInformation', renderPersonal),
  ...ofPerson('publicContactInformation', renderPublic),
  ...collection<PersonRow>({
    list: `GET ${ONE}/photos`,
    one: `GET ${ONE}/photos/{subresourceID}`,
    all: (world, asked) => [personAsked(world, asked)].filter(({ photo }) => photo !== undefined),
    idOf: ({ id }) => id,
    render: (_, { id, photo }) => ({
      id,
      fileName: photo?.fileName,
      fileLength: Buffer.from(photo?.base64 ?? '', 'base64').length,
    }),
  }),
]

function ofSide<T extends Used>(
  side: 'work' | 'home',
  name: 'Emails' | 'Phones' | 'Addresses' | 'InstantMessengers' | 'WebAddresses',
  kind: PieceKind<T>,
): readonly Behaviour[] {
  const path = `${ONE}/${side}${name}` as const
  return pieces(side, kind, `GET ${path}`, `GET ${path}/{subresourceID}`)
}

function ofPerson(
  name: 'personalInformation' | 'publicContactInformation',
  render: (world: WorkdayWorld, person: PersonRow) => Fields,
): readonly Behaviour[] {
  return collection<PersonRow>({
    list: `GET ${ONE}/${name}`,
    one: `GET ${ONE}/${name}/{subresourceID}`,
    all: (world, asked) => [personAsked(world, asked)],
    idOf: ({ id }) => id,
    render,
  })
}
