import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One `@unverified` in the code: where it stands, and what it says is not verified. */
export interface Mark {
  readonly file: string
  readonly text: string
}

const COMMENT = /\/\*\*?[\s\S]*?\*\/|\/\/[^\n]*/g
/** Up to the next tag or the end of the comment. */
const MARK = /@unverified\b:?\s*([\s\S]*?)(?=\s@[a-z]+\b|\*\/|$)/g

/** Every mark under a folder, in order of files; without words of its own it is about the whole of what it stands above. */
export function unverifiedMarks(folder: string): Mark[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.sort().flatMap((name) => marksOf(join(folder, name).replaceAll('\\', '/')))
}

function marksOf(file: string): Mark[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(COMMENT)].flatMap((comment) => {
    const subject = named(source.slice(comment.index + comment[0].length))
    return [...comment[0].matchAll(MARK)].map(([, words = '']) => ({
      file,
      text: `${subject}: ${plain(words) || 'all of it'}`,
    }))
  })
}

/** What a comment stands above. */
function named(code: string): string {
  return /^\s*(?:export )?(?:const|function|interface|type|class) (\w+)/.exec(code)?.[1] ?? 'a line inside'
}

function plain(words: string): string {
  return words
    .replace(/\n\s*\*\s?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[;,.]?\s*$/, '')
    .replaceAll('|', '\\|')
    .trim()
}

/** The rows of the table in docs/fidelity.md. */
export function tableOf(marks: readonly Mark[]): string {
  return [
    '| where | what is not verified |',
    '|---|---|',
    ...marks.map(({ file, text }) => `| ${file} | ${text} |`),
  ].join('\n')
}
