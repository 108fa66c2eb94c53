import { valueAt } from '../../history/fact.js'
import type { PersonName, PersonRow } from '../../rows/person.js'
import { fullName, type WorkdayWorld } from '../../world.js'
import type { Fields } from '../body.js'
import { COUNTRIES } from '../countries.js'
import { given } from '../given.js'

/** A legal or a preferred name, under the id of its person. */
export interface NameOf {
  readonly id: string
  readonly name: PersonName
}

export function namesOf(world: WorkdayWorld, person: PersonRow, kind: 'legalName' | 'preferredName'): NameOf[] {
  const name = valueAt(person[kind], world.present)
  return name ? [{ id: person.id, name }] : []
}

export function renderName({ id, name }: NameOf): Fields {
  return {
    id,
    descriptor: fullName(name),
    full: fullName(name),
    first: name.first,
    ...given('middle', name.middle),
    primary: name.last,
    ...given('firstLocal', name.firstLocal),
    ...given('primaryLocal', name.lastLocal),
    country: COUNTRIES.of(name.country),
  }
}
