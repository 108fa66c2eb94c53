import { command } from '../command.js'

export const listScenarios = command({
  run: async ({ control }) => ({ scenarios: (await control.scenarios()).list() }),
})

export const showScenario = command({
  run: async ({ control, params }) => (await control.scenarios()).show(params.name ?? ''),
})
