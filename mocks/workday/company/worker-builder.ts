import { addDays, type Day, startOf } from '../history/dates.js'
import type { Fact } from '../history/fact.js'
import type { Contact } from '../rows/person.js'
import type { Assignments, Compensation, Employment, Job, WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import type { TenantData } from './tenant-data.js'
import { LEVELS, MORE_LAST_NAMES, NAMES, pick } from './words.js'

/** Days between an entry and the day that it is for, as people do it: two weeks ahead. */
const AHEAD = 14
/** An entry is made in the middle of a working day. */
const NOON = 12 * 3_600_000

export interface Plan {
  readonly number: number
  readonly hireDate: Day
  readonly organization: string
  readonly department: number
  /** Index into LEVELS. */
  readonly level: number
  readonly kind?: WorkerRow['kind']
  readonly person?: string
  readonly reference?: string
  readonly contractEnd?: Day
}

/** Writes workers with a past straight into the tables: thousands of them, faster than through the processes. */
export class WorkerBuilder {
  private readonly world: WorkdayWorld
  private readonly data: TenantData

  constructor(world: WorkdayWorld, data: TenantData) {
    this.world = world
    this.data = data
  }

  /** A fact of an event of its own, with its line in the transaction log. */
  fact<T>(worker: string, effective: Day, types: readonly string[], value: T, rescinded?: number): Fact<T> {
    const { world } = this
    const ahead = startOf(addDays(effective, -AHEAD)) + NOON
    const entered = Math.min(ahead, world.now() - 1)
    const event = world.newWid()
    const description = `${types[0]}: ${worker}`
    world.log.insert({
      id: world.newWid(),
      worker,
      event,
      types,
      description,
      effective,
      entered,
      rescinded: false,
      corrected: false,
    })
    if (rescinded !== undefined) {
      const entry = {
        id: world.newWid(),
        worker,
        event,
        types,
        effective,
        entered: rescinded,
        rescinded: true,
        corrected: false,
      }
      world.log.insert({ ...entry, description: `Rescind ${description}` })
    }
    return { effective, entered, event, value, ...(rescinded !== undefined && { rescinded }) }
  }

  /** Hires somebody as planned. */
  hire(plan: Plan, rescinded?: number): WorkerRow {
    const { world } = this
    const id = world.newWid()
    const person = plan.person ?? this.makePerson(plan.number, plan.hireDate)
    const kind = plan.kind ?? 'employee'
    const position = this.makePosition(plan)
    const hired = this.fact(
      id,
      plan.hireDate,
      [kind === 'employee' ? 'Hire Employee' : 'Contract Contingent Worker'],
      null,
      rescinded,
    )
    const same = <T>(value: T): Fact<T> => ({ ...hired, value })
    const employment: Employment = {
      active: true,
      hireDate: plan.hireDate,
      originalHireDate: plan.hireDate,
      hireReason: 'Hire_Employee_New_Hire_Fill_Vacancy',
      ...(plan.contractEnd !== undefined && { contractEnd: plan.contractEnd }),
    }
    return world.workers.insert({
      id,
      kind,
      reference: plan.reference ?? (kind === 'employee' ? String(30_001 + plan.number) : `CW-${1_001 + plan.number}`),
      person,
      userName: this.userName(person, plan.number),
      universalId: `U-${plan.number + 1}`,
      employment: [same(employment)],
      jobs: [{ position, facts: [same<Job | undefined>(this.job(plan, position))] }],
      assignments: [same(this.assignments(plan))],
      compensation: kind === 'employee' ? [same(this.pay(plan.level, plan.number))] : [],
    })
  }

  job(plan: Plan, position: string): Job {
    const profile = pick(this.data.departments[plan.department]?.profiles ?? [], plan.level)
    return {
      position,
      jobProfile: profile,
      organization: plan.organization,
      location: pick(this.data.locations, plan.number * 3 + plan.department),
      businessTitle: this.world.jobProfiles.find(profile)?.name ?? '',
      timeType: plan.number % 9 === 4 ? 'Part_time' : 'Full_time',
      defaultHours: 40,
      scheduledHours: plan.number % 9 === 4 ? 24 : 40,
      employeeType: 'Regular',
    }
  }

  pay(level: number, number: number, raises = 0): Compensation {
    const whole = Math.round(pick(LEVELS, level).pay * (1 + (number % 7) / 50) * 1.03 ** raises)
    // With cents, never none: where a log holds the figure, it is no chance.
    const amount = (whole * 100 + 1 + ((number * 37 + raises * 11) % 99)) / 100
    return { amount, currency: 'USD', frequency: 'Annual', plan: 'SAL_General' }
  }

  private assignments({ department, number }: Plan): Assignments {
    return {
      company: this.data.company,
      costCenter: pick(this.data.costCenters, department),
      region: pick(this.data.regions, number),
    }
  }

  makePosition({ organization, number }: Plan): string {
    const { world } = this
    const reference = `P-${String(world.nextNumber('position', 1)).padStart(5, '0')}`
    return world.positions.insert({
      id: world.newWid(),
      reference,
      title: `Position ${number + 1}`,
      organization,
      closed: false,
    }).id
  }

  private userName(person: string, number: number): string {
    const name = this.world.persons.find(person)?.legalName[0]?.value
    return `${name?.first.charAt(0) ?? 'x'}${name?.last ?? ''}${number === 0 ? '' : number}`.toLowerCase()
  }

  private makePerson(number: number, since: Day): string {
    const { world } = this
    const [first, last, country, firstLocal, lastLocal] = pick(NAMES, number)
    const round = Math.floor(number / NAMES.length)
    const surname = round === 0 ? last : pick(MORE_LAST_NAMES, number + round)
    const local = round === 0 && firstLocal !== undefined && lastLocal !== undefined ? { firstLocal, lastLocal } : {}
    const fact = <T>(value: T): Fact<T> => ({
      effective: since,
      entered: Math.min(startOf(since), world.now() - 1),
      event: 'hire',
      value,
    })
    const email = `${first}.${surname}${round === 0 ? '' : number}@aldergate.example`.toLowerCase()
    return world.persons.insert({
      id: world.newWid(),
      legalName: [fact({ country, first, last: surname, ...local })],
      preferredName: [],
      personal: [
        fact({
          birthDate: addDays('1965-03-04', (number * 97) % 12_000),
          gender: number % 2 ? 'Male' : 'Female',
          nationality: country,
        }),
      ],
      nationalIds: [
        {
          type: `${country}-NID`,
          nationalId: `900-${String(10 + (number % 90))}-${String(1000 + number).slice(-4)}`,
          country,
        },
      ],
      work: [fact(this.contact('WORK', email, number))],
      home: [fact(this.contact('HOME', `${first}.${surname}.${number}@home.example`.toLowerCase(), number))],
    }).id
  }

  private contact(usage: 'WORK' | 'HOME', address: string, number: number): Contact {
    const { world } = this
    const used = { usage, primary: true, public: usage === 'WORK' }
    const phone = `555 01${String(number % 100).padStart(2, '0')}`
    return {
      addresses: [
        {
          id: world.newWid(),
          ...used,
          country: 'US',
          addressLine1: `${1 + (number % 400)} Mill Lane`,
          city: 'Boulder',
          region: 'US-CO',
          postalCode: '80302',
        },
      ],
      emails: [{ id: world.newWid(), ...used, address }],
      phones: [
        {
          id: world.newWid(),
          ...used,
          countryCode: '1',
          number: phone,
          device: usage === 'WORK' ? 'Landline' : 'Mobile',
        },
      ],
      instantMessengers: [],
      webAddresses: [],
    }
  }
}
