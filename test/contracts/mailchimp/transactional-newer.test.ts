import mailchimpClient from '@mailchimp/mailchimp_transactional'
import { expect, test } from 'vitest'
import { type Description, operationsOf } from '../../../contracts/document.js'
import { generated } from '../../../src/engine/generated.js'
import { type TransactionalClient, walk } from '../../clients/mailchimp/transactional-suite.js'
import { account } from '../../mocks/mailchimp/transactional/support/account.js'
import { misfits, newerDescription } from './newer-description.js'

const newer = newerDescription()
const note = newer ? '' : ' (skipped: the description is not at hand)'

test.skipIf(!newer)(`every operation of the vendor's newer description is described here${note}`, () => {
  const keys = new Set([...operationsOf(generated<Description>('mailchimp'))].map(([key]) => key))
  const paths = Object.keys(newer?.paths ?? {})
  expect(paths.length).toBe(99)
  expect(paths.filter((path) => !keys.has(`POST /api/1.0${path}`))).toEqual([])
})

/** Where an answer of ours is not as the newer description says, and why. This list may only shrink. */
const KNOWN: readonly string[] = []

test.skipIf(!newer)(`what is answered fits the vendor's newer description${note}`, async () => {
  const it = await account()
  const client = mailchimpClient(it.keys.real) as TransactionalClient & {
    post: (path: string, body: object) => Promise<unknown>
  }
  const found = new Set<string>()
  client.post = async (path, body) => {
    const { status, json } = await it.call(path.slice(1), body)
    if (status === 200 && newer)
      for (const misfit of misfits(newer, path, json)) found.add(misfit.replace(/\[\d+\]/g, '[]'))
    return json
  }
  await walk(client)
  expect([...found].sort()).toEqual([...KNOWN].sort())
  expect(it.failures).toEqual([])
})
