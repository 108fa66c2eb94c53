import { expect, test } from 'vitest'
import { tenant } from '../../support/workday.js'

const REPORTS = {
  Payroll: {
    source: 'allActiveEmployees',
    columns: { ID: 'employeeID', Pay: 'totalBasePay_Amount' },
    prompts: { ID: 'employeeID' },
  },
}

async function read(at: Awaited<ReturnType<typeof tenant>>, path: string, user = at.env.WORKDAY_USERNAME) {
  const basic = Buffer.from(`${user}:${at.env.WORKDAY_PASSWORD}`).toString('base64')
  const url = `${at.origin}/ccx/service/customreport2/${at.tenant}/${path}`
  const answer = await fetch(url, { headers: { authorization: `Basic ${basic}` } })
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}

test('the roster comes whole, as JSON, CSV, XML and RSS, with user and password', async () => {
  const at = await tenant({ fixtures: true })
  const json = await read(at, 'ISU_Standin/Worker_Roster?format=json')
  const { Report_Entry: entries } = JSON.parse(json.text)
  expect(entries.length).toBeGreaterThan(200)
  expect(entries[0]).toMatchObject({
    Employee_ID: '30001',
    Worker: 'Imogen Ashdown',
    Active: '1',
    Hire_Date: expect.stringMatching(/-07:00$/),
  })
  const csv = await read(at, 'ISU_Standin/Worker_Roster?format=csv')
  expect(csv.text.split('\r\n')).toHaveLength(entries.length + 2)
  expect((await read(at, 'ISU_Standin/Worker_Roster')).text).toContain(
    '<wd:Report_Entry><wd:Employee_ID>30001</wd:Employee_ID>',
  )
  expect((await read(at, 'ISU_Standin/Worker_Roster?format=rss')).text).toContain('<item><title>30001</title>')
})

test('prompts narrow a declared report; what it has not, another owner and a wrong user are refused', async () => {
  const at = await tenant({ settings: { workday: { reports: REPORTS } } })
  expect(JSON.parse((await read(at, 'ISU_Standin/Payroll?format=json&ID=30001')).text)).toEqual({
    Report_Entry: [{ ID: '30001', Pay: expect.any(String) }],
  })
  expect((await read(at, 'ISU_Standin/Payroll?format=json&Shoe=9')).status).toBe(400)
  expect((await read(at, 'ISU_Standin/Payroll?format=pdf')).status).toBe(400)
  expect((await read(at, 'somebody/Payroll')).status).toBe(404)
  expect((await read(at, 'ISU_Standin/Payroll', 'nobody@nowhere')).status).toBe(401)
})
