import { expect, test } from 'vitest'
import { tenant } from '../../support/workday.js'
import { connect, reference } from './requests.js'

const ONE = { Request_References: { Worker_Reference: reference('Employee_ID', '30020') } }
const on = (attributes: Record<string, string>, data: object) => ({ attributes, ...data })
const usage = (type: string, primary = '1') => ({
  attributes: { 'wd:Public': '1' },
  Type_Data: { attributes: { 'wd:Primary': primary }, Type_Reference: reference('Communication_Usage_Type_ID', type) },
})

async function opened() {
  const at = await tenant()
  const people = await connect(at, 'Human_Resources')
  const emails = async (): Promise<string[]> => {
    const [answer] = await people.Get_WorkersAsync({ ...ONE, Response_Group: { Include_Personal_Information: true } })
    const { Email_Address_Data: all } = answer.Response_Data.Worker[0].Worker_Data.Personal_Data.Contact_Data
    return all.map((each: { Email_Address: string }) => each.Email_Address).filter((text: string) => !/home/.test(text))
  }
  /** As clients of versions after v26 send it. */
  const change = (email: object, date = '2026-11-24') =>
    people.Change_Work_Contact_InformationAsync({
      Business_Process_Parameters: { Auto_Complete: true, Run_Now: true, Discard_On_Exit_Validation_Error: true },
      Change_Work_Contact_Information_Data: {
        Person_Reference: reference('Employee_ID', '30020'),
        Event_Effective_Date: date,
        Person_Contact_Information_Data: { Person_Email_Information_Data: email },
      },
    })
  return { at, people, emails, change }
}

const email = (address: string, more: object = {}) => ({
  Email_Information_Data: { Email_Data: { Email_Address: address }, Usage_Data: usage('WORK'), ...more },
})

test('a new primary address takes the place of the one before, and the event is told', async () => {
  const { at, emails, change } = await opened()
  const [answer] = await change(email('new@aldergate.example'))
  const [{ $value: event }] = answer.Change_Work_Contact_Information_Event_Reference.ID
  expect(await emails()).toEqual(['new@aldergate.example'])
  const { body } = await at.rest('GET', `businessProcess/v1/{tenant}/events/${event}`)
  expect(body.status.descriptor).toBe('Successfully Completed')
})

test('another one is added beside it, all are replaced, and on a day to come nothing has changed yet', async () => {
  const { emails, change } = await opened()
  const [first] = await emails()
  await change(email('second@aldergate.example', { Usage_Data: usage('WORK', '0') }))
  expect(await emails()).toEqual([first, 'second@aldergate.example'])
  await change(on({ 'wd:Replace_All': '1' }, email('only@aldergate.example')))
  expect(await emails()).toEqual(['only@aldergate.example'])
  await change(email('later@aldergate.example'), '2026-12-24')
  expect(await emails()).toEqual(['only@aldergate.example'])
})

test('what does not go is refused with a validation fault: no address, none for work, a piece that there is not', async () => {
  const { emails, change } = await opened()
  const before = await emails()
  const none = { Email_Information_Data: { Usage_Data: usage('WORK') } }
  await expect(change(none)).rejects.toThrow('Email Address is required.')
  await expect(change(email('a@b.example', { Usage_Data: usage('HOME') }))).rejects.toThrow(
    'A valid Usage Type is required.',
  )
  await expect(change(email('a@b.example', { Email_Reference: reference('WID', 'f'.repeat(32)) }))).rejects.toThrow(
    'Invalid ID value.',
  )
  expect(await emails()).toEqual(before)
})

test('the older operation replaces all of a side, or adds to it', async () => {
  const { people, emails } = await opened()
  const before = await emails()
  const maintain = (addOnly: string, address: string) =>
    people.Maintain_Contact_InformationAsync({
      attributes: { 'wd:Add_Only': addOnly },
      Maintain_Contact_Information_Data: {
        Worker_Reference: reference('Employee_ID', '30020'),
        Effective_Date: '2026-11-24',
        Worker_Contact_Information_Data: {
          Email_Address_Data: { Email_Address: address, Usage_Data: usage('WORK', addOnly === '1' ? '0' : '1') },
        },
      },
    })
  await maintain('1', 'added@aldergate.example')
  expect(await emails()).toEqual([...before, 'added@aldergate.example'])
  await maintain('0', 'whole@aldergate.example')
  expect(await emails()).toEqual(['whole@aldergate.example'])
})
