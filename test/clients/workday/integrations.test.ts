import { expect, test } from 'vitest'
import type { DeliveryRequest } from '../../../src/engine/events/delivery.js'
import { tenant } from '../../support/workday.js'
import { connect, hireOn, reference } from './requests.js'

const MINUTE = 60_000

async function listening() {
  const sent: DeliveryRequest[] = []
  const at = await tenant({
    transport: async (request) => {
      sent.push(request)
      return { status: 200, body: '' }
    },
  })
  return { at, sent, integrations: await connect(at, 'Integrations') }
}

const endpoint = (url: string) => ({
  Subscription_Data: {
    Transaction_Type_Reference: reference('Business_Process_Type', 'Hire Employee'),
    Endpoint_Data: {
      Notification_URL: url,
      Notification_User_Name: 'listener',
      Notification_Password: 'chosen by the listener',
    },
  },
})

test('a subscriber is told of a hire, with the user and password that it chose and nothing signed', async () => {
  const { at, sent, integrations } = await listening()
  await integrations.Put_SubscriptionAsync(endpoint('http://127.0.0.1:9/workday'))
  await hireOn(at, '777', '2026-11-24')
  await at.world.scheduler.settled()
  expect(sent).toHaveLength(1)
  const [{ headers, body }] = sent as [DeliveryRequest]
  expect(headers.Authorization).toBe(`Basic ${Buffer.from('listener:chosen by the listener').toString('base64')}`)
  expect(Object.keys(headers).filter((name) => /signature/i.test(name))).toEqual([])
  expect(JSON.parse(body)).toMatchObject({
    sandboxDefined: true,
    transactionTypes: ['Hire Employee'],
    worker: { reference: '777' },
  })
  const [listed] = await integrations.Get_SubscriptionsAsync({})
  expect(JSON.stringify(listed)).not.toContain('chosen by the listener')
})

test('a URL that is none is refused, and a disabled endpoint hears nothing', async () => {
  const { at, sent, integrations } = await listening()
  await expect(integrations.Put_SubscriptionAsync(endpoint('nowhere'))).rejects.toThrow(
    "'nowhere' is not a valid Notification URL.",
  )
  const off = endpoint('http://127.0.0.1:9/workday')
  await integrations.Put_SubscriptionAsync({
    Subscription_Data: {
      ...off.Subscription_Data,
      Endpoint_Data: { ...off.Subscription_Data.Endpoint_Data, Disable_Endpoint: true },
    },
  })
  await hireOn(at, '777', '2026-11-24')
  await at.world.scheduler.settled()
  expect(sent).toEqual([])
})

test('an integration is launched, runs for a minute of the clock, and is completed', async () => {
  const { at, integrations } = await listening()
  const state = async () => {
    const [answer] = await integrations.Get_Integration_EventsAsync({})
    const { Integration_Event_Data: data } = answer.Response_Data.Integration_Event[0]
    return [data.Percent_Complete, data.Integration_Event_Name]
  }
  await integrations.Launch_Integration_EventAsync({
    Integration_System_Reference: reference('Integration_System_ID', 'INT123'),
  })
  expect(await state()).toEqual([0, 'Integration ESB Invocation (INT123 (Processing))'])
  await at.world.scheduler.advanceTo(at.world.clock.now() + MINUTE)
  expect(await state()).toEqual([100, 'Integration ESB Invocation (INT123 (Completed))'])
})
