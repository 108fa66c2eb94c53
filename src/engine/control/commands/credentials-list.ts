import { command } from '../command.js'
import { credentialsOf, environmentOf } from '../credentials.js'

/** A world's credentials and webhook secrets, whole, also as environment variables. */
export const listCredentials = command({
  run: ({ control, world }) => ({
    world: world.name,
    vendors: credentialsOf(control, world),
    environment: environmentOf(control, world),
  }),
})
