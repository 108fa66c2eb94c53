import { refTo, type Schema } from '../document.js'

/** Gathers what is described many times over, each shape once. The source has no components: the same object stands in it hundreds of times. */
export class Components {
  readonly schemas: Record<string, Schema> = {}
  private readonly byShape = new Map<string, string>()

  /** Keeps an object under its title, or under the title with a number where another shape has it already. */
  readonly hoist = (schema: Schema, title: string | undefined): Schema => {
    const shape = JSON.stringify(schema)
    const known = this.byShape.get(shape)
    if (known !== undefined) return refTo(known)
    const name = this.freeName(title)
    this.byShape.set(shape, name)
    this.schemas[name] = schema
    return refTo(name)
  }

  private freeName(title = 'Object'): string {
    const base = title.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}${number}`
      if (!Object.hasOwn(this.schemas, name)) return name
    }
  }
}
