import { play } from './suite.js'

/** An unmodified program: its org, its keys and its users from the environment, no host named. It prints what it saw. */
process.stdout.write(JSON.stringify(await play(process.env)))
