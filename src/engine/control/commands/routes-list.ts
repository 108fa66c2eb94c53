import { command } from '../command.js'

/** The control API itself: every route with what it does. */
export const listRoutes = command({
  run: ({ routes }) => ({
    routes: routes.map(({ method, path, writes, secret, summary }) => ({
      method,
      path,
      token: writes || secret === true,
      summary,
    })),
  }),
})
