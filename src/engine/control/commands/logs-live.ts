import { matches } from '../../log/request-log.js'
import { command } from '../command.js'
import { EventStream } from '../event-stream.js'
import { followWorld } from '../follow-world.js'
import { summary } from '../views.js'
import { logFilter } from './logs-list.js'

/** Requests as they come, as server-sent events named `request`. */
export const liveLogs = command({
  query: logFilter,
  run: ({ control, world, query, signal }) =>
    new EventStream(signal, (push) =>
      followWorld(control.sandbox, world, (current) =>
        current.log.listen((entry) => {
          if (matches(entry, query)) push('request', summary(entry))
        }),
      ),
    ),
})
