import { isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { SandboxError, type SandboxErrorCode } from '../errors.js'
import type { WrittenDocument } from './document.js'

/**
 * Reads YAML or JSON, keeping where everything stands.
 * @throws SANDBOX_BAD_CONFIG (or the code given) with line and column
 */
export function readText(file: string, text: string, code: SandboxErrorCode = 'SANDBOX_BAD_CONFIG'): WrittenDocument {
  const lines = new LineCounter()
  const json = file.endsWith('.json')
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const [error] = document.errors
  if (error) throw unreadable(code, `${file}:${at(lines, error.pos[0])}: ${error.message}`, json)
  if (json) checkJson(code, file, text, lines)
  return {
    file,
    value: document.toJS() ?? {},
    position: (path) => {
      const offset = offsetOf(document.contents, path)
      return offset === undefined ? undefined : at(lines, offset)
    },
  }
}

/** YAML takes more than JSON does: comments, a comma too many. */
function checkJson(code: SandboxErrorCode, file: string, text: string, lines: LineCounter): void {
  try {
    JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const what = message.replace(/ in JSON at position.*$/, '')
    throw unreadable(code, `${file}:${at(lines, offset)}: ${what}`, true)
  }
}

function unreadable(code: SandboxErrorCode, message: string, json: boolean): SandboxError {
  const remedy = json ? 'JSON takes no comments and no comma at the end; YAML takes both.' : 'Correct the YAML there.'
  return new SandboxError(code, message, remedy)
}

/** Of the deepest part of a path that is there: a name that is unknown, or what holds a name that is missing. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number | undefined {
  let node = root
  let offset = (node as Node | null)?.range?.[0]
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && String((item.key as Node & { value?: unknown }).value) === key,
      )
      if (!pair) return offset
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(key)]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}

function at(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${line}:${col}`
}
