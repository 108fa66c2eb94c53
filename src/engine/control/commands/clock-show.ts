import { command } from '../command.js'
import { clockView } from '../views.js'

export const showClock = command({ run: ({ world }) => clockView(world) })
