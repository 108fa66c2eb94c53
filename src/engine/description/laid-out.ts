import { type Document, type DocumentOperation, METHODS, type Schema } from './document.js'
import { type DescriptionParts, headOf, type OperationPart, partsOf } from './parts.js'

const methods: ReadonlySet<string> = new Set(METHODS)
const NEWLINE = 0x0a
const COMMA = 0x2c
const QUOTE = 0x22
const PATHS = '"paths":{'
const SCHEMAS = '"components":{"schemas":{'

/**
 * Reads a description whose JSON has each operation and each schema on a line of its own, as `npm run generate` lays it out. What
 * a request needs of it is parsed when it is needed: parsing all of the largest takes a fifth of the time a start may take, and
 * holds several times its size. Another JSON text is read whole.
 */
export function readDescription(bytes: Buffer): DescriptionParts {
  const lines = new Lines(bytes)
  const head = lines.next()
  if (head?.last() !== COMMA || lines.next()?.text() !== PATHS) {
    return partsOf(JSON.parse(bytes.toString('utf8')) as Document)
  }
  const document = JSON.parse(`${head.text().slice(0, -1)}}`) as Document
  const operations = readOperations(lines)
  const schemas = readSchemas(lines)
  return { ...headOf(document), operations, schema: (name) => schemas.get(name)?.value<Schema>() }
}

function readOperations(lines: Lines): OperationPart[] {
  const operations: OperationPart[] = []
  let path = ''
  for (let line = lines.next(); line && !line.is(SCHEMAS); line = lines.next()) {
    if (!line.named) continue
    const name = line.name()
    if (name.startsWith('/')) path = name
    else if (methods.has(name))
      operations.push({ method: name.toUpperCase(), path, read: () => line.value<DocumentOperation>() })
  }
  return operations
}

function readSchemas(lines: Lines): Map<string, Line> {
  const schemas = new Map<string, Line>()
  for (let line = lines.next(); line?.named; line = lines.next()) schemas.set(line.name(), line)
  return schemas
}

/** A line of the text, not yet read. */
class Line {
  private readonly bytes: Buffer
  private readonly start: number
  private readonly end: number
  private parsed: unknown

  constructor(bytes: Buffer, start: number, end: number) {
    this.bytes = bytes
    this.start = start
    this.end = end
  }

  text(): string {
    return this.bytes.toString('utf8', this.start, this.end)
  }

  is(text: string): boolean {
    return this.end - this.start === text.length && this.text() === text
  }

  last(): number | undefined {
    return this.bytes[this.end - 1]
  }

  /** It holds a member of an object. */
  get named(): boolean {
    return this.bytes[this.start] === QUOTE
  }

  name(): string {
    return this.bytes.toString('utf8', this.start + 1, this.endOfName())
  }

  /** What the member is, parsed once. */
  value<T>(): T {
    if (this.parsed === undefined) {
      const end = this.last() === COMMA ? this.end - 1 : this.end
      this.parsed = JSON.parse(this.bytes.toString('utf8', this.endOfName() + 2, end))
    }
    return this.parsed as T
  }

  /** Names of paths, methods and schemas have no quotes in them. */
  private endOfName(): number {
    return this.bytes.indexOf(QUOTE, this.start + 1)
  }
}

class Lines {
  private readonly bytes: Buffer
  private at = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  next(): Line | undefined {
    if (this.at >= this.bytes.length) return undefined
    const found = this.bytes.indexOf(NEWLINE, this.at)
    const end = found < 0 ? this.bytes.length : found
    const line = new Line(this.bytes, this.at, end)
    this.at = end + 1
    return line
  }
}
