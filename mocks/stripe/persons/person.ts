import { mergeAddress } from '../accounts/address.js'
import type { Metadata, Person } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'

type Fields = Record<string, unknown>

/** A number that identity checks find wrong, and the document that mends it. @source https://docs.stripe.com/connect/testing#identity-verification (from memory); @unverified */
const MISMATCH = '222222222'
const GOOD_DOCUMENT = 'file_identity_document_success'

/** What is taken over as it was given. */
const PLAIN = [
  'email',
  'first_name',
  'last_name',
  'gender',
  'maiden_name',
  'nationality',
  'phone',
  'political_exposure',
] as const

/** The person with what was given. Numbers are not kept: only that they were. */
export function mergePerson(person: Person, given: Fields): Person {
  const plain = Object.fromEntries(
    PLAIN.filter((name) => given[name] !== undefined).map((name) => [name, given[name] === '' ? null : given[name]]),
  )
  const number = given.id_number
  const verification = given.verification as { document?: { front?: string } } | undefined
  const wrong =
    number === MISMATCH || (number === undefined && person.verification?.status === 'unverified' && isDue(person))
  const mended = verification?.document?.front === GOOD_DOCUMENT
  return {
    ...person,
    ...plain,
    ...(given.address !== undefined && { address: mergeAddress(person.address, given.address as object) }),
    ...(given.dob !== undefined &&
      given.dob !== '' && { dob: { day: null, month: null, year: null, ...(given.dob as object) } }),
    ...(given.relationship !== undefined && {
      relationship: { ...person.relationship, ...(given.relationship as object) } as NonNullable<
        Person['relationship']
      >,
    }),
    ...(number !== undefined && { id_number_provided: number !== '' }),
    ...(given.ssn_last_4 !== undefined && { ssn_last_4_provided: given.ssn_last_4 !== '' }),
    metadata: mergeMetadata(person.metadata as Metadata | undefined, given.metadata as Metadata | '' | undefined),
    requirements: { ...NO_REQUIREMENTS, currently_due: wrong && !mended ? ['verification.document'] : [] },
    verification: { ...VERIFICATION, status: wrong && !mended ? 'unverified' : 'verified' },
  }
}

function isDue(person: Person): boolean {
  return (person.requirements?.currently_due.length ?? 0) > 0
}

const NO_REQUIREMENTS = {
  alternatives: [],
  currently_due: [],
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
}
const VERIFICATION = {
  additional_document: { back: null, details: null, details_code: null, front: null },
  details: null,
  details_code: null,
  document: { back: null, details: null, details_code: null, front: null },
}

export function newPerson(own: StripeWorld, given: Fields): Person {
  const empty: Person = {
    id: own.id('person', 16),
    object: 'person',
    account: own.account.id,
    created: own.now(),
    dob: { day: null, month: null, year: null },
    email: null,
    first_name: null,
    id_number_provided: false,
    last_name: null,
    metadata: {},
    phone: null,
    relationship: {
      authorizer: false,
      director: false,
      executive: false,
      legal_guardian: false,
      owner: false,
      percent_ownership: null,
      representative: false,
      title: null,
    },
    ssn_last_4_provided: false,
  }
  return mergePerson(empty, given)
}

/** Who stands for an account: its individual, or the person whom a company named as its representative. */
export function representativeOf(own: StripeWorld): Person | undefined {
  return own.persons.all().find(({ relationship }) => relationship?.representative === true)
}
