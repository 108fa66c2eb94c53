import { type Command, Option } from 'commander'

export interface ReportOptions {
  readonly json?: boolean
  /** `true` prints it; a text is the file that it is written to. */
  readonly junit?: string | true
  readonly codeQuality?: string | true
  readonly github?: boolean
  readonly failOn: 'error' | 'warning'
}

/** How findings are told to CI systems. */
export function reporting(command: Command): Command {
  return command
    .option('--json', 'output for programs')
    .option('--junit [file]', "JUnit's XML, into a file or in place of the output")
    .option('--code-quality [file]', "GitLab's Code Quality JSON, into a file or in place of the output")
    .option('--github', 'annotations for GitHub beside the output; default: where GITHUB_ACTIONS is set')
    .addOption(
      new Option('--fail-on <what>', 'what makes the exit code 1').choices(['error', 'warning']).default('error'),
    )
}
