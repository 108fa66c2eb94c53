import { MergeFailure } from './failure.js'
import { allow, rendering } from './handlebars-bounds.js'
import { helpers } from './handlebars-functions.js'
import { handlebars } from './handlebars-library.js'
import type { MergeSurroundings } from './mailchimp-tags.js'
import type { MergeVar } from './values.js'

const LONGEST_TEMPLATE = 1_000_000
/** Reading compares each block with each other one. */
const MOST_BLOCKS = 2000
const RUNTIME = { partials: {}, allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const

/** A template, read once and rendered for each recipient. @throws MergeFailure where it does too much */
export type Template = (values: object, around: MergeSurroundings) => string

interface Engine {
  readonly handlebars: ReturnType<ReturnType<typeof handlebars>['create']>
  /** What a template has in it. @throws MergeFailure for what Mandrill does not know, and for too much of what it knows */
  count(ast: hbs.AST.Program): number
}

let made: Engine | undefined

function engine(): Engine {
  made ??= { handlebars: withHelpers(), count: counter() }
  return made
}

function withHelpers(): Engine['handlebars'] {
  const own = handlebars().create()
  for (const [name, helper] of Object.entries(helpers)) own.registerHelper(name, helper)
  return own
}

/**
 * Reads a template in Handlebars as Mandrill knows it: `elseif`, comparisons between backticks, the helpers upper, lower, title,
 * url, date, striptags and unsub; no partials. No prototype is reached, and what a template may do is bounded.
 * @param escaped false for subjects and the text part
 * @throws MergeFailure for a template that cannot be read
 * @source https://mailchimp.com/developer/transactional/docs/templates-dynamic-content/ (read 2026-11)
 */
export function readHandlebars(source: string, escaped: boolean): Template {
  if (source.length > LONGEST_TEMPLATE) throw new MergeFailure('The template is too long.')
  const { ast, insertions } = parse(source)
  const render = attempt(() => engine().handlebars.compile(ast, { noEscape: !escaped }))
  return (values, around) => {
    allow(insertions, values)
    return rendering(around, () => attempt(() => render(values, RUNTIME)))
  }
}

/** Variables as the root of a template, without a prototype. */
export function handlebarsValues(...lists: readonly (readonly MergeVar[] | null | undefined)[]): object {
  const values: Record<string, unknown> = Object.create(null)
  for (const list of lists) for (const { name, content } of list ?? []) if (name) values[name] = content
  return values
}

/** Counts insertions; each of them may write as much as there is. */
function counter(): Engine['count'] {
  class Inventory extends handlebars().Visitor {
    insertions = 0
    blocks = 0

    override BlockStatement(statement: hbs.AST.BlockStatement): void {
      if (++this.blocks > MOST_BLOCKS) throw new MergeFailure(`The template has more than ${MOST_BLOCKS} blocks.`)
      super.BlockStatement(statement)
    }

    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      this.insertions++
      super.MustacheStatement(statement)
    }

    override PartialStatement(): void {
      throw new MergeFailure('There are no partials.')
    }

    override PartialBlockStatement(): void {
      throw new MergeFailure('There are no partials.')
    }

    override Decorator(): void {
      throw new MergeFailure('There are no decorators.')
    }

    override DecoratorBlock(): void {
      throw new MergeFailure('There are no decorators.')
    }
  }
  return (ast) => {
    const inventory = new Inventory()
    inventory.accept(ast)
    return inventory.insertions
  }
}

function parse(source: string): { ast: hbs.AST.Program; insertions: number } {
  return attempt(() => {
    const ast = engine().handlebars.parse(standard(source))
    return { ast, insertions: engine().count(ast) }
  })
}

/** Mandrill's own ways of writing, put into those that the parser knows. */
function standard(source: string): string {
  return source
    .replace(/\{\{(~?)\s*elseif\s/g, '{{$1else if ')
    .replace(/(\{\{[^{}`]*)`([^`]*)`/g, (_, before: string, expression: string) => {
      return `${before}(__expression "${Buffer.from(expression).toString('hex')}")`
    })
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof MergeFailure) throw error
    const said = error instanceof Error ? error.message : String(error)
    throw new MergeFailure(said.split('\n')[0] ?? '')
  }
}
