import { z } from 'zod'
import { command } from '../command.js'
import { mailListPage } from '../mail/mail-page.js'
import { mailOf } from '../mail/read-mail.js'

const query = z.strictObject({
  vendor: z.string().optional(),
  to: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
})

/** What was sent, newest first. */
export const listMail = command({
  query,
  run: ({ world, query: filter }) => ({
    mail: mailOf(world, filter).map(({ at, ...rest }) => ({ at: new Date(at).toISOString(), ...rest })),
  }),
})

/** The same for a person. */
export const showMailList = command({
  query,
  run: ({ world, query: filter }) => mailListPage(world.name, mailOf(world, filter)),
})
