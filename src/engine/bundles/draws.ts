import type { World } from '../world/world.js'

/** A text that a stream gave: the stream, how many it gave before, and the text. */
export type Draw = readonly [stream: string, number: number, text: string]

/** Writes down what is drawn in a world from now on, and puts other texts in the place of some. Gives the list, which grows. */
export function watchDraws(world: World, instead: readonly Draw[]): readonly Draw[] {
  const others = new Map(instead.map(([stream, number, text]) => [`${stream} ${number}`, text]))
  const counts = new Map<string, number>()
  const drawn: Draw[] = []
  world.ids.tap((stream, text) => {
    const number = counts.get(stream) ?? 0
    counts.set(stream, number + 1)
    const other = others.get(`${stream} ${number}`)
    // One of another length would be no secret of this vendor's any more.
    const given = other !== undefined && other.length === text.length ? other : text
    drawn.push([stream, number, given])
    return given
  })
  return drawn
}

/** Characters at the end by which a secret is known again. */
const END = 8

/** What was drawn, found by what was made of it: a secret mostly ends in the text that was drawn for it. */
export class DrawnTexts {
  readonly all: readonly Draw[]
  private readonly byEnd = new Map<string, string>()

  constructor(all: readonly Draw[]) {
    this.all = all
    for (const [, , text] of all) if (text.length >= END) this.byEnd.set(endOf(text), text)
  }

  of(secret: string): string | undefined {
    const text = this.byEnd.get(endOf(secret))
    return text !== undefined && secret.toLowerCase().endsWith(text.toLowerCase()) ? text : undefined
  }
}

function endOf(text: string): string {
  return text.slice(-END).toLowerCase()
}
