import { play } from './suite.js'

/** An unmodified program: its key and datacenter from the environment, or where it is told to go. It prints what it saw. */
const { MAILCHIMP_API_KEY: apiKey = '', MAILCHIMP_SERVER_PREFIX: prefix, MAILCHIMP_BASE_PATH: basePath } = process.env
const server = basePath === undefined ? prefix : undefined
process.stdout.write(JSON.stringify(await play({ apiKey, server, basePath })))
