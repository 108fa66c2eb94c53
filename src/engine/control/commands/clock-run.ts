import { observeCommand } from '../../observe/observe-command.js'
import { command } from '../command.js'
import { clockView } from '../views.js'

export const runClock = command({
  run: ({ world }) => {
    world.clock.run()
    world.scheduler.arm()
    observeCommand(world, 'clock run')
    return clockView(world)
  },
})
