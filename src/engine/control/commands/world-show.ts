import { command } from '../command.js'
import { worldView } from '../views.js'

export const showWorld = command({ run: ({ world }) => worldView(world) })
