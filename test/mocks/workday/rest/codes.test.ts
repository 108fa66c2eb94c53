import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../../src/engine/generated.js'
import { tenant } from '../../../support/workday.js'
import { type Answer, CALLBACK, Scene } from './scene.js'

// Every documented code that is in the code, reached as a user reaches it.
type Act = (scene: Scene) => Promise<Answer>
type Rows = Readonly<Record<string, Act>>

const at = await tenant({ settings: { workday: { workers: 40, redirectUris: [CALLBACK] } } })

const SUBMIT = { action: { id: 'd9e4223e446c11de98360015c5e6daf6' } }
const usage = (type: 'WORK' | 'HOME', primary: boolean, isPublic = type === 'WORK') => ({
  usage: { usageType: { id: `Communication_Usage_Type_ID=${type}` }, primary, public: isPublic },
})

const position: (body: object) => Act = (body) => async (s) => {
  const { id } = (await s.beginJobChange(await s.worker())).body
  return s.patch(`staffing/v6/jobChanges/${id}/position/${id}`, body)
}

const assignments = (s: Scene, worker: string, date: string) =>
  s.post(`staffing/v6/workers/${worker}/organizationAssignmentChanges`, { date })

const OF_CHANGES: Rows = {
  A178: async (s) => s.submit(await s.submitted(await s.worker())),
  A219: async (s) => {
    const { id } = (await s.beginJobChange(await s.worker())).body
    return s.submit(id, { businessProcessParameters: { action: { id: 'f'.repeat(32) } } })
  },
  A368: async (s) => {
    const worker = await s.worker()
    const { id } = (await s.beginJobChange(worker)).body
    await s.enter('worker 30003 may sign in with the password Open-Sesame-1')
    await s.signIn((await userName(s, '30003')) ?? '', 'Open-Sesame-1')
    return s.patch(`staffing/v6/jobChanges/${id}/businessTitle/${id}`, { businessTitle: 'Optician' })
  },
  A384: async (s) => {
    const worker = await s.worker()
    const { id } = (await s.beginJobChange(worker)).body
    await s.submitted(worker)
    return s.submit(id)
  },
  A389: async (s) => {
    const worker = await s.worker()
    await s.submitted(worker)
    return assignments(s, worker, '2026-12-01')
  },
  A390: async (s) => {
    await s.enter('worker 30003 may sign in with the password Open-Sesame-1')
    await s.signIn((await userName(s, '30003')) ?? '', 'Open-Sesame-1')
    return s.beginJobChange(await s.worker('30003'))
  },
  A391: async (s) => {
    const worker = await s.worker()
    await s.decide(await s.step(await s.submitted(worker, '2026-12-10')), 'approve')
    return s.beginJobChange(worker, '2026-12-01')
  },
  A394: async (s) => assignments(s, await s.worker(), '2000-01-01'),
  A398: async (s) => {
    await s.enter('the sample data is there')
    return assignments(s, await s.worker('30040'), '2026-12-01')
  },
  A402: position({ createPosition: false }),
  A403: async (s) => {
    const id = await s.submitted(await s.worker())
    return s.patch(`staffing/v6/jobChanges/${id}/businessTitle/${id}`, { businessTitle: 'Optician' })
  },
  A411: async (s) => {
    const other = (await s.get(`staffing/v6/workers/${await s.worker('30003')}`)).body.primaryJob.id
    return s.beginJobChange(await s.worker(), '2026-11-25', { job: { id: other } })
  },
  A420: async (s) => {
    const worker = await s.worker()
    const { id } = (await assignments(s, worker, '2026-12-10')).body
    await s.post(`staffing/v6/organizationAssignmentChanges/${id}/submit`)
    await s.decide(await s.step(id), 'approve')
    return assignments(s, worker, '2026-12-01')
  },
  A422: async (s) => {
    await s.enter('a worker with id 21001 was terminated on -3d')
    return s.beginJobChange(await s.worker('21001'))
  },
  A428: async (s) => {
    const worker = await s.worker()
    await s.submitted(worker)
    return s.beginJobChange(worker)
  },
  A432: async (s) => {
    const [open] = (await s.get('staffing/v6/values/jobChangesGroup/proposedPosition')).body.data ?? []
    const mine = (await s.get(`staffing/v6/workers/${await s.worker()}`)).body.primaryJob.id
    return position({ createPosition: true, position: { id: open?.id ?? mine } })(s)
  },
  A641: async (s) => {
    await s.contactChange('home')
    return s.post(`staffing/v6/workers/${await s.worker()}/homeContactInformationChanges`)
  },
  A644: async (s) => {
    await s.contactChange()
    return s.post(`staffing/v6/workers/${await s.worker()}/workContactInformationChanges`)
  },
  A945: position({ closePosition: true, availableForOverlap: true }),
}

/** The user name of a worker, as an administrator sees it. */
async function userName(s: Scene, reference: string): Promise<string | undefined> {
  const query = `SELECT userName FROM allWorkers WHERE employeeID = '${reference}'`
  return (await s.post('wql/v1/data', { query })).body.data[0].userName
}

const onStep: (what: string, body?: object, which?: 'inProgressSteps' | 'completedSteps') => Act =
  (what, body = { comment: 'So be it' }, which = 'inProgressSteps') =>
  async (s) =>
    s.decide(await s.step(await s.submitted(await s.worker()), which), what, body)

const OF_STEPS: Rows = {
  A181: onStep('deny', {}),
  A183: onStep('deny', { comment: 'No' }, 'completedSteps'),
  A190: onStep('approve', {}, 'completedSteps'),
  A202: onStep('sendBack', { to: { id: 'f'.repeat(32) }, reason: 'Look again' }),
  A212: async (s) => {
    const step = await s.step(await s.submitted(await s.worker()))
    await s.decide(step, 'approve')
    return s.decide(step, 'approve')
  },
  A227: async (s) => {
    const event = await s.submitted(await s.worker())
    const waiting = await s.step(event)
    const [to] = (await s.get(`businessProcess/v1/values/sendBack/to?eventStep=${waiting}`)).body.data
    return s.decide(await s.step(event, 'completedSteps'), 'sendBack', { to, reason: 'Look again' })
  },
}

const DAY = { date: '2026-11-27', timeOffType: { id: 'Time_Off_Type_ID=Vacation' }, dailyQuantity: 8 }
const timeOff: (...days: object[]) => Act =
  (...days) =>
  async (s) =>
    s.post(`absenceManagement/v1/workers/${await s.worker()}/requestTimeOff`, {
      businessProcessParameters: SUBMIT,
      days,
    })
const feedback: (body: object) => Act = (body) => async (s) =>
  s.post(`performanceEnablement/v5/workers/${await s.worker()}/anytimeFeedbackEvents`, body)

const OF_SELF_SERVICE: Rows = {
  A6: feedback({}),
  A161: async (s) => feedback({ comment: 'Well done', fromWorker: { id: await s.worker() } })(s),
  A1009: timeOff({ ...DAY, timeOffType: undefined }),
  A1011: timeOff({ ...DAY, dailyQuantity: 9999 }),
  A1016: timeOff({ ...DAY, dailyQuantity: 0 }),
  A1017: timeOff({ ...DAY, dailyQuantity: undefined }),
  A1032: timeOff(DAY, DAY),
  A1038: timeOff({ ...DAY, date: undefined }),
}

/** What is sent for a whole piece, and what of it is missing or wrong, by kind. */
const EMAIL = { emailAddress: 'ada@aldergate.example', ...usage('WORK', false) }
const PHONE = {
  completePhoneNumber: '555 0199',
  countryPhoneCode: { id: 'Country_Phone_Code_ID=1' },
  deviceType: { id: 'Phone_Device_Type_ID=Landline' },
  ...usage('WORK', false),
}
const MESSENGER = { userName: 'ada', type: { id: 'Instant_Messenger_Type_ID=Slack' }, ...usage('WORK', false) }
const WEB = { url: 'https://ada.example.com', ...usage('WORK', false) }
const ADDRESS = {
  addressLine1: '1 Mill Lane',
  city: 'Boulder',
  country: { id: 'ISO_3166-1_Alpha-2_Code=US' },
  ...usage('WORK', false),
}
const PRIMARY = usage('WORK', true)

const add: (kind: string, body: object, side?: 'work' | 'home') => Act = (kind, body, side) => async (s) =>
  s.post(`${await s.contactChange(side)}/${kind}`, body)

/** What kinds have in common, by the codes of one of them; `first` where there is none of it yet. */
function common(kind: string, piece: object, codes: Readonly<Record<string, string>>, first: boolean): Rows {
  const primaryOf = async (s: Scene, change: string): Promise<string> => {
    if (first) await s.post(`${change}/${kind}`, { ...piece, ...PRIMARY })
    return s.primary(change, kind)
  }
  const acts: Rows = {
    onePrimary: async (s) => {
      const change = await s.contactChange()
      await primaryOf(s, change)
      return s.post(`${change}/${kind}`, { ...piece, ...PRIMARY })
    },
    needsPrimary: async (s) => {
      const change = await s.contactChange()
      await s.ask('DELETE', await primaryOf(s, change))
      return s.post(`${change}/${kind}`, piece)
    },
    primaryKept: async (s) => {
      const change = await s.contactChange()
      const path = await primaryOf(s, change)
      await s.post(`${change}/${kind}`, piece)
      return s.ask('DELETE', path)
    },
    primaryChanged: async (s) => s.patch(await primaryOf(s, await s.contactChange()), usage('WORK', false)),
    usageChanged: async (s) => s.patch(await primaryOf(s, await s.contactChange()), usage('HOME', true)),
  }
  return Object.fromEntries(Object.entries(codes).map(([name, code]) => [code, acts[name] as Act]))
}

const OF_CONTACTS: Rows = {
  ...common(
    'emailAddresses',
    EMAIL,
    { onePrimary: 'A573', needsPrimary: 'A625', primaryKept: 'A605', primaryChanged: 'A628', usageChanged: 'A610' },
    false,
  ),
  A609: add('emailAddresses', { ...EMAIL, emailAddress: 'ada at home' }),
  A618: add('emailAddresses', { ...EMAIL, emailAddress: undefined }),
  ...common(
    'phoneNumbers',
    PHONE,
    { onePrimary: 'A604', needsPrimary: 'A572', primaryKept: 'A582', primaryChanged: 'A658', usageChanged: 'A660' },
    false,
  ),
  A577: add('phoneNumbers', { ...PHONE, countryPhoneCode: undefined }),
  A578: add('phoneNumbers', { ...PHONE, completePhoneNumber: undefined }),
  A664: add('phoneNumbers', { ...PHONE, deviceType: undefined }),
  A652: (s) => s.post('person/v4/phoneValidation', { ...PHONE, completePhoneNumber: 'ring me' }),
  ...common(
    'instantMessengers',
    MESSENGER,
    { onePrimary: 'A607', needsPrimary: 'A606', primaryKept: 'A579', primaryChanged: 'A585', usageChanged: 'A647' },
    true,
  ),
  A598: add('instantMessengers', { ...MESSENGER, type: undefined }),
  A603: add('instantMessengers', { ...MESSENGER, userName: undefined }),
  ...common(
    'webAddresses',
    WEB,
    { onePrimary: 'A648', needsPrimary: 'A667', primaryKept: 'A600', primaryChanged: 'A612', usageChanged: 'A655' },
    true,
  ),
  A595: add('webAddresses', { ...WEB, url: 'ftp://ada.example.com' }),
  A596: add('webAddresses', { ...WEB, url: undefined }),
}

const HOME = { ...ADDRESS, ...usage('HOME', false) }

const OF_ADDRESSES: Rows = {
  A575: async (s) => s.patch(await s.contactChange(), { alternateWorkLocation: { id: 'f'.repeat(32) } }),
  A584: add('addresses', { ...HOME, ...usage('HOME', true) }, 'home'),
  A597: add('addresses', { ...ADDRESS, countryRegion: { id: 'Country_Region_ID=CA-ON' } }),
  A599: async (s) =>
    s.ask('PUT', await s.primary(await s.contactChange(), 'addresses'), { ...ADDRESS, ...usage('HOME', true) }),
  A613: async (s) => s.ask('PUT', await s.primary(await s.contactChange(), 'addresses'), ADDRESS),
  A616: add('addresses', { ...ADDRESS, country: undefined }),
  A617: async (s) => {
    const change = await s.contactChange('home')
    await s.ask('DELETE', await s.primary(change, 'addresses'))
    return s.post(`${change}/submit`)
  },
  A637: add('addresses', { ...HOME, ...usage('HOME', false, true) }, 'home'),
  A645: add('addresses', HOME),
  A662: add('addresses', { ...ADDRESS, city: undefined }),
  A1075: add('addresses', { ...ADDRESS, ...PRIMARY }),
}

const ROWS: Rows = { ...OF_CHANGES, ...OF_STEPS, ...OF_SELF_SERVICE, ...OF_CONTACTS, ...OF_ADDRESSES }

test.each(Object.entries(ROWS))('%s', async (code, act) => {
  const scene = new Scene(at, `of_${code}`)
  const answer = await act(scene)
  scene.close()
  expect({ status: answer.status, code: answer.body.errors?.[0]?.code, body: answer.body }).toMatchObject({
    status: 400,
    code,
  })
  expect(answer.body.error).toBe(answer.body.errors[0].error)
  // No place of the text is left open, but for the one that the vendor has itself.
  expect(answer.body.error.replace('[events]', '')).not.toMatch(/\[\w+\]/)
})

test('no code is in the code and not in this table, nor the other way round', () => {
  const folder = join(packageRoot(), 'mocks', 'workday')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')).join('\n')
  const codes = new Set(text.match(/\bA\d{1,4}\b/g))
  expect([...codes].sort()).toEqual(Object.keys(ROWS).sort())
})
