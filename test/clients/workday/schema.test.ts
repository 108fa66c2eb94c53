import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'soap'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../src/engine/generated.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { tenant } from '../../support/workday.js'
import { connect, hireRequest, reference } from './requests.js'

// Every SOAP answer beside the schema of our own WSDL, and beside the vendor's where that is: order, names and types.
const VENDOR_WSDLS = join(packageRoot(), '..', 'shared', 'data', 'workday', 'wsdl')
const lxml = spawnSync('python3', ['-c', 'import lxml.etree']).status === 0
const absent = lxml ? '' : ' (SKIPPED: python3 with lxml is not on this machine)'

/** Prints what of each answer does not fit: validates the first child of the SOAP body against the schema of a WSDL. */
const CHECK = `
import sys, json
from lxml import etree
XSD = '{http://www.w3.org/2001/XMLSchema}schema'
wsdl, answers = sys.argv[1], json.load(open(sys.argv[2]))
schema = etree.XMLSchema(etree.ElementTree(next(etree.parse(wsdl, etree.XMLParser(huge_tree=True)).iter(XSD))))
for name, text in answers.items():
    root = etree.fromstring(text.encode()).find('{http://schemas.xmlsoap.org/soap/envelope/}Body')[0]
    if not schema.validate(etree.fromstring(etree.tostring(root))):
        for error in list(schema.error_log)[:3]: print(name + ': ' + error.message)
`

type Answers = Record<string, string>
const ALL = { Include_Reference: true, Include_Personal_Information: true, Include_Employment_Information: true }
const MORE = { Include_Compensation: true, Include_Organizations: true, Include_Roles: true, Include_Photo: true }
const WHOLE = { ...ALL, ...MORE, Include_Management_Chain_Data: true, Include_Transaction_Log_Data: true }

const found: { humanResources: Answers; staffing: Answers; integrations: Answers } = {
  humanResources: {},
  staffing: {},
  integrations: {},
}
const wsdls: Record<keyof typeof found, string> = { humanResources: '', staffing: '', integrations: '' }

async function ask(client: Client, into: Answers, operation: string, request: object, called = operation) {
  const [, text] = await client[`${operation}Async`](request)
  into[called] = text
}

beforeAll(async () => {
  const at = await tenant({ fixtures: true, settings: { workday: { workers: 60 } } })
  for (const [name, service] of [
    ['humanResources', 'Human_Resources'],
    ['staffing', 'Staffing'],
    ['integrations', 'Integrations'],
  ] as const) {
    const answer = await fetch(`${at.origin}/ccx/service/${at.tenant}/${service}/v42.1?wsdl`)
    wsdls[name] = await answer.text()
  }
  const [people, staffing] = [await connect(at, 'Human_Resources'), await connect(at, 'Staffing')]
  const integrations = await connect(at, 'Integrations')
  const into = found.humanResources
  const worker = reference('Employee_ID', '30020')
  const photo = { File: Buffer.from('a picture').toString('base64') }
  await ask(people, into, 'Put_Worker_Photo', {
    Worker_Photo_Data: { ...photo, Filename: 'ada.png' },
    Worker_Reference: worker,
  })
  await ask(people, into, 'Get_Workers', { Response_Group: WHOLE, Response_Filter: { Page: 1, Count: 60 } })
  await ask(people, into, 'Get_Workers', { Request_References: { Worker_Reference: worker } }, 'Get_Workers by default')
  await ask(people, into, 'Get_Organizations', {})
  await ask(people, into, 'Get_Locations', {})
  await ask(people, into, 'Get_Job_Profiles', {})
  await ask(people, into, 'Get_Server_Timestamp', {})
  await ask(people, into, 'Get_Worker_Photos', { Request_References: { Worker_Reference: worker } })
  await ask(people, into, 'Change_Work_Contact_Information', {
    Change_Work_Contact_Information_Data: { Person_Reference: worker },
  })
  await ask(staffing, found.staffing, 'Get_Workers', { Response_Group: WHOLE })
  await ask(staffing, found.staffing, 'Hire_Employee', hireRequest('777', '2026-12-01'))
  await ask(staffing, found.staffing, 'Change_Job', {
    Change_Job_Data: {
      Worker_Reference: worker,
      Effective_Date: '2026-12-01',
      Change_Job_Detail_Data: {
        Reason_Reference: reference('Change_Job_Subcategory_ID', 'Transfer_Employee_Transfer'),
        Job_Details_Data: { Business_Title: 'Lens Designer' },
      },
    },
  })
  await ask(staffing, found.staffing, 'Terminate_Employee', {
    Terminate_Employee_Data: {
      Employee_Reference: reference('Employee_ID', '30023'),
      Termination_Date: '2026-12-01',
      Terminate_Event_Data: { Primary_Reason_Reference: reference('Event_Classification_Subcategory_ID', 'Other') },
    },
  })
  const own = found.integrations
  await ask(integrations, own, 'Launch_Integration_Event', {
    Integration_System_Reference: reference('Integration_System_ID', 'INT123'),
  })
  await ask(integrations, own, 'Get_Integration_Events', {})
  await ask(integrations, own, 'Put_Subscription', {
    Subscription_Data: {
      Endpoint_Data: {
        Notification_URL: 'http://127.0.0.1:9/',
        Notification_User_Name: 'a',
        Notification_Password: 'b',
      },
    },
  })
  await ask(integrations, own, 'Get_Subscriptions', {})
}, 60_000)

const vendors = (service: string) => readFileSync(join(VENDOR_WSDLS, `${service}.wsdl`), 'utf8')

/** What does not fit, a line each. */
function misfits(wsdl: string, answers: Answers): string {
  const folder = temporaryFolder()
  const [schema, file] = [join(folder, 'service.wsdl'), join(folder, 'answers.json')]
  writeFileSync(schema, wsdl)
  writeFileSync(file, JSON.stringify(answers))
  return execFileSync('python3', ['-c', CHECK, schema, file], { encoding: 'utf8' })
}

describe.skipIf(!lxml)(`answers fit the schema${absent}`, () => {
  test.each(['humanResources', 'staffing', 'integrations'] as const)('of our own WSDL: %s', (name) => {
    expect(Object.keys(found[name]).length).toBeGreaterThan(3)
    expect(misfits(wsdls[name], found[name])).toBe('')
    // What is checked can fail: the same in another order.
    const [first = ''] = Object.values(found[name])
    const wrong = first.replace(/(<wd:\w+_Response[^>]*>)/, '$1<wd:Nobody_Knows_This/>')
    expect(misfits(wsdls[name], { wrong })).toContain('Nobody_Knows_This')
  })

  const vendor = existsSync(VENDOR_WSDLS)
  test.skipIf(!vendor)(
    `of the vendor's WSDLs${vendor ? '' : ' (SKIPPED: they are not on this machine)'}`,
    () => {
      const { Change_Work_Contact_Information: _newer, ...humanResources } = found.humanResources
      expect(misfits(vendors('Human_Resources'), humanResources)).toBe('')
      expect(misfits(vendors('Staffing'), found.staffing)).toBe('')
    },
    30_000,
  )
})

test('the WSDL is served with the address that it was asked for at', () => {
  expect(wsdls.staffing).toMatch(
    /soapbind:address location="http:\/\/127\.0\.0\.1:\d+\/ccx\/service\/\w+\/Staffing\/v42\.1"/,
  )
})
