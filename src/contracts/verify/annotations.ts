import type { Verification } from './verification.js'

/**
 * What GitHub shows beside the line of a file: one line an interaction that failed.
 * @param textOf the text of a file, or nothing for what is none
 * @param pathOf how a file is called from the root of the repository
 */
export function renderAnnotations(
  verifications: readonly Verification[],
  textOf: (from: string) => string,
  pathOf: (from: string) => string,
): string {
  return verifications
    .flatMap(({ from, vendor, interactions }) => {
      const text = textOf(from)
      return interactions
        .filter(({ problems }) => problems.length > 0)
        .map(({ description, problems }) => {
          const what = problems.map(({ field, message }) => `${field}: ${message}`).join('\n')
          const title = property(`${vendor}: ${description}`)
          return `::error file=${property(pathOf(from))},line=${lineOf(text, description)},title=${title}::${data(what)}\n`
        })
    })
    .join('')
}

/** The line, from 1, in which an interaction is named. */
function lineOf(text: string, description: string): number {
  const at = text.indexOf(`"description": ${JSON.stringify(description)}`)
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
