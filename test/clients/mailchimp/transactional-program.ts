import mailchimp from '@mailchimp/mailchimp_transactional'
import { type TransactionalClient, walk } from './transactional-suite.js'

/** A program that knows nothing of a stand-in: what it saw goes to stdout. */
const client = mailchimp(process.env.MANDRILL_API_KEY ?? '') as TransactionalClient
process.stdout.write(JSON.stringify(await walk(client)))
