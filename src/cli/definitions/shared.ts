import { type Command, InvalidArgumentError, Option } from 'commander'

export interface RemoteOptions {
  readonly world: string
  readonly controlUrl?: string
  readonly json?: boolean
}

export interface LaunchOptions {
  readonly vendor?: readonly string[]
  readonly config?: string
  readonly forward?: readonly string[]
  readonly seed?: string
  readonly at?: string
  readonly frozen?: boolean
  readonly fixtures?: boolean
  readonly limits?: boolean
  readonly strict?: boolean
  readonly failOn?: 'generic'
  readonly openKeys?: boolean
  readonly materializeIds?: boolean
  readonly record?: boolean
  readonly allow?: readonly string[]
  readonly json?: boolean
}

/** For commands that speak to a running sandbox. */
export function remote(command: Command): Command {
  return command
    .option('--world <name>', 'the world', 'default')
    .option('--control-url <url>', 'of the sandbox; default: the one that runs here, or STANDIN_CONTROL_URL')
    .option('--json', 'output for programs')
}

/** For commands that start a sandbox. What is not given comes from the configuration. */
export function launching(command: Command): Command {
  return command
    .option('--vendor <names...>', 'only these vendors')
    .option('--config <file>', 'configuration; default: standin.config.ts, .js, .json or .yaml here or above')
    .option('--forward <vendor=url...>', 'send webhooks there: stripe=http://localhost:3000/webhook')
    .option('--seed <text>', 'the same seed gives the same ids and credentials')
    .option('--at <time>', 'where the clock begins: 2027-01-01T00:00:00Z')
    .option('--frozen', 'the clock stands still')
    .option('--fixtures', 'sample data in every world')
    .option('--no-limits', 'no rate limits')
    .option('--strict', 'check every answer against the description')
    .addOption(
      new Option('--fail-on <what>', 'turn answers that only the description stands behind into errors').choices([
        'generic',
      ]),
    )
    .option('--open-keys', 'let any well-formed test key open a world of its own')
    .option('--materialize-ids', 'make what an unknown but well-formed id names when it is first seen')
    .option('--no-record', 'do not keep what happens; `bundle save` has nothing then')
    .option('--allow <hosts...>', 'hosts beside loopback that webhooks may go to')
}

/** `--no-limits` makes commander say that there are limits where it is not written; only what was written counts. */
export function given<O extends { readonly limits?: boolean; readonly record?: boolean }>(options: O): O {
  const { limits, record, ...rest } = options
  return { ...rest, ...(limits === false && { limits }), ...(record === false && { record }) } as O
}

export function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a number from 0 to 65535.')
}

export function secondsNumber(text: string): number {
  const seconds = Number(text)
  if (/^\d+(?:\.\d+)?$/.test(text) && seconds > 0 && seconds <= 86_400) return seconds
  throw new InvalidArgumentError('Give seconds, at most a day of them.')
}

export function countNumber(text: string): number {
  const count = Number(text)
  if (/^\d+$/.test(text) && count >= 1 && count <= 10_000) return count
  throw new InvalidArgumentError('Give a number from 1 to 10000.')
}
