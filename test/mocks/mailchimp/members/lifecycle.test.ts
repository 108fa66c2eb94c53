import { describe, expect, test } from 'vitest'
import { type AskedStatus, type MemberState, memberLifecycle } from '../../../../mocks/mailchimp/members/lifecycle.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

type World = Awaited<ReturnType<typeof mailchimpWorld>>
const EMAIL = 'ada@lovelace.test'

/** How a user brings a member into each state. */
const reach: Readonly<Record<MemberState, (world: World, list: string) => Promise<void>>> = {
  absent: async () => {},
  subscribed: (world, list) => add(world, list, 'subscribed'),
  pending: (world, list) => add(world, list, 'pending'),
  'unsubscribed by contact': async (world, list) => {
    await add(world, list, 'subscribed')
    await unsubscribe(world, list)
  },
  'unsubscribed by api': (world, list) => add(world, list, 'unsubscribed'),
  cleaned: (world, list) => add(world, list, 'cleaned'),
  transactional: (world, list) => add(world, list, 'transactional'),
  archived: async (world, list) => {
    await add(world, list, 'subscribed')
    await world.delete(`/3.0/lists/${list}/members/${EMAIL}`)
  },
  'archived after complaint': async (world, list) => {
    await add(world, list, 'subscribed')
    await unsubscribe(world, list)
    await world.delete(`/3.0/lists/${list}/members/${EMAIL}`)
  },
  forgotten: async (world, list) => {
    await add(world, list, 'subscribed')
    await world.post(`/3.0/lists/${list}/members/${EMAIL}/actions/delete-permanent`)
  },
}

async function add(world: World, list: string, status: string): Promise<void> {
  expect((await world.post(`/3.0/lists/${list}/members`, { email_address: EMAIL, status })).status).toBe(200)
}

/** By the link in a mail. */
async function unsubscribe(world: World, list: string): Promise<void> {
  const { json } = await world.get<{ unique_email_id: string }>(`/3.0/lists/${list}/members/${EMAIL}`)
  const form = { u: world.view.account.accountId, id: list, e: json.unique_email_id }
  expect((await world.visit('POST', '/unsubscribe', form)).status).toBe(200)
}

const cells = (Object.keys(memberLifecycle) as MemberState[]).flatMap((state) =>
  (Object.keys(memberLifecycle[state]) as AskedStatus[]).map((asked) => ({
    state,
    asked,
    outcome: memberLifecycle[state][asked],
  })),
)

describe('every cell of the lifecycle', () => {
  test.each(cells)('$state, asked to be $asked: $outcome', async ({ state, asked, outcome }) => {
    const world = await mailchimpWorld()
    const { id } = await world.list()
    await reach[state](world, id)
    const body = { email_address: EMAIL, status: asked, status_if_new: asked }
    const answer = await world.put<Record<string, unknown>>(`/3.0/lists/${id}/members/${EMAIL}`, body)
    if (outcome === asked) {
      expect(answer.json).toMatchObject({ email_address: EMAIL, status: asked })
      return
    }
    expect(answer.status).toBe(400)
    const title = outcome.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    expect(answer.json).toMatchObject({ title, status: 400, detail: expect.stringContaining(EMAIL) })
    expect(answer.json).not.toHaveProperty('type')
  })
})

test('a new member may have any status but archived', async () => {
  const world = await mailchimpWorld()
  const { id } = await world.list()
  const { status, json } = await world.post(`/3.0/lists/${id}/members`, { email_address: EMAIL, status: 'archived' })
  expect(status).toBe(400)
  expect(json).toMatchObject({ title: 'Invalid Resource', errors: [{ field: 'status' }] })
})
