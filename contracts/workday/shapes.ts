import { refTo, type Schema } from '../document.js'

/**
 * Reads the notation of the *.facts files for what a body holds:
 *
 *   `name` text · `name:date :int :num :bool :url` · `name@` a reference {id, descriptor, href} · `name@page` a page of them ·
 *   `name[]…` a list · `name{ … }` an object · `name@{ … }` a reference with further fields · `name=Shape` one of the file's own shapes ·
 *   `*` after the name: required · `!` after the name: read only
 */
export function readShape(text: string, nameOf: (shape: string) => string): Schema {
  const reader = new Reader(text, nameOf)
  const schema = reader.value()
  reader.end()
  return schema
}

const SCALARS: Readonly<Record<string, Schema>> = {
  date: { type: 'string', format: 'date' },
  int: { type: 'integer' },
  num: { type: 'number' },
  bool: { type: 'boolean' },
  url: { type: 'string' },
  facets: { type: 'object' },
}

class Reader {
  private at = 0
  private readonly text: string
  private readonly nameOf: (shape: string) => string

  constructor(text: string, nameOf: (shape: string) => string) {
    this.text = text.trim()
    this.nameOf = nameOf
  }

  value(): Schema {
    if (this.take('[]')) return { type: 'array', items: this.value() }
    if (this.take('@page')) return refTo('ReferencePage')
    if (this.take('@{')) return withReference(this.fields())
    if (this.take('@')) return refTo('Reference')
    if (this.take('{')) return this.fields()
    if (this.take('=')) return refTo(this.nameOf(this.word()))
    if (this.take(':')) return this.scalar()
    return { type: 'string' }
  }

  end(): void {
    if (this.at < this.text.length) this.fail('nothing more')
  }

  private scalar(): Schema {
    const name = this.word()
    return SCALARS[name] ?? this.fail(`one of ${Object.keys(SCALARS).join(', ')}, not ${name}`)
  }

  private fields(): Schema {
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (this.blanks(); !this.take('}'); this.blanks()) {
      const name = this.word()
      if (this.take('*')) required.push(name)
      this.take('!')
      properties[name] = this.value()
    }
    return { type: 'object', properties, ...(required.length > 0 && { required }) }
  }

  private word(): string {
    const word = /^[\w$-]+/.exec(this.text.slice(this.at))?.[0] ?? this.fail('a name')
    this.at += word.length
    return word
  }

  private blanks(): void {
    while (this.text[this.at] === ' ') this.at++
  }

  private take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false
    this.at += token.length
    return true
  }

  private fail(wanted: string): never {
    throw new Error(`Expected ${wanted} at ${this.at}: ${this.text.slice(Math.max(0, this.at - 30), this.at + 20)}`)
  }
}

function withReference(schema: Schema): Schema {
  const text: Schema = { type: 'string' }
  return { ...schema, properties: { id: text, descriptor: text, href: text, ...schema.properties } }
}
