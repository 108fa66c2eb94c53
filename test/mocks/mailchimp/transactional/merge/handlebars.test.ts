import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MergeFailure } from '../../../../../mocks/mailchimp/transactional/merge/failure.js'
import { handlebarsValues, readHandlebars } from '../../../../../mocks/mailchimp/transactional/merge/handlebars.js'

const around = {
  email: 'ada@example.com',
  subject: 'Your order',
  now: Date.UTC(2026, 0, 2),
  unsubscribe: (redirect: string) => `https://unsub.test/?u=1&to=${redirect}`,
}

function render(template: string, vars: Record<string, unknown> = {}, escaped = true): string {
  const list = Object.entries(vars).map(([name, content]) => ({ name, content }))
  return readHandlebars(template, escaped)(handlebarsValues(list), around)
}

test('values are escaped in HTML, but for three braces; text is not escaped', () => {
  expect(render('{{a}} {{{a}}}', { a: '<b>&' })).toBe('&lt;b&gt;&amp; <b>&')
  expect(render('{{a}}', { a: '<b>&' }, false)).toBe('<b>&')
})

test('lists and objects are walked', () => {
  const order = {
    items: [
      { name: 'Tea', qty: 2 },
      { name: 'Jam', qty: 1 },
    ],
    ship: { city: 'Bath' },
  }
  expect(render('{{#each order.items}}{{qty}} {{name}}{{#unless @last}}, {{/unless}}{{/each}}', { order })).toBe(
    '2 Tea, 1 Jam',
  )
  expect(render('{{#items}}{{name}};{{/items}}{{#with ship}}{{city}}{{/with}}', { ...order })).toBe('Tea;Jam;Bath')
  expect(render('{{#each items}}x{{else}}none{{/each}}', { items: [] })).toBe('none')
})

test.each([
  [{ system: 'OS X' }, 'mac'],
  [{ system: 'Windows' }, 'pc'],
  [{ system: 'BSD', paid: 4 }, 'paid'],
  [{}, 'other'],
])('expressions between backticks are compared, elseif goes on: %j', (vars, shown) => {
  const template =
    '{{#if `system == "OS X"`}}mac{{elseif `system == "Windows"`}}pc{{elseif `paid > 3 && system != "x"`}}paid{{else}}other{{/if}}'
  expect(render(template, vars)).toBe(shown)
})

test("Mandrill's own helpers", () => {
  expect(render('{{upper "your text"}} {{lower a}} {{title "your text is neat"}}', { a: 'YOUR' })).toBe(
    'YOUR TEXT your Your Text is Neat',
  )
  expect(render('{{url "http://a.test/?b=c"}} {{striptags "<p>your text</p>"}} {{date "Y-m-d"}} {{date}}')).toBe(
    'http%3A%2F%2Fa.test%2F%3Fb%3Dc your text 2026-01-02 02/01/2026',
  )
  expect(render(`<a href='{{unsub "https://shop.test"}}'>`)).toBe(
    "<a href='https://unsub.test/?u=1&to=https://shop.test'>",
  )
})

test('no prototype is reached', () => {
  const template =
    '[{{constructor}}{{a.constructor.name}}{{__proto__.x}}{{lookup a "constructor"}}{{#with a}}{{toString}}{{/with}}]'
  expect(render(template, { a: { b: 1 } })).toBe('[]')
  expect(render('{{#if `a.constructor.name == "Object"`}}reached{{else}}not{{/if}}', { a: {} })).toBe('not')
  expect(render('{{__proto__}}', { __proto__: 'x', constructor: 'fine' })).toBe('')
})

test('what cannot be read, and partials and decorators, are failures', () => {
  for (const template of [
    '{{#if a}}',
    '{{',
    '{{/if}}',
    '{{> other}}',
    '{{#*inline "a"}}{{/inline}}',
    '{{#if `a >`}}{{/if}}',
    '{{nosuch a b}}',
  ]) {
    expect(() => render(template), template).toThrow(MergeFailure)
  }
})

test('loops in loops end, and so does writing', () => {
  const a = Array.from({ length: 200 }, (_, i) => i)
  const nested = `${'{{#each @root.a}}'.repeat(8)}x${'{{/each}}'.repeat(8)}`
  expect(() => render(nested, { a })).toThrow(/loops more than/)
  expect(() => render('{{b}}'.repeat(2000), { b: 'x'.repeat(100_000) })).toThrow(/writes more than/)
  expect(() => render('{{#a}}{{/a}}'.repeat(20_000), { a })).toThrow(/blocks/)
  expect(() => render(`${'{{#if a}}'.repeat(1900)}x${'{{/if}}'.repeat(1900)}`, { a })).not.toThrow(TypeError)
})

test('any template gives text or a failure', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{{{',
    '#if ',
    '/if',
    'a',
    '`',
    'a > 1',
    '"',
    'else',
    'each ',
    '~',
    '\\',
    '.',
    '../',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }),
      fc.anything(),
      (pieces, a) => {
        try {
          expect(typeof render(pieces.join(''), { a })).toBe('string')
        } catch (error) {
          expect(error).toBeInstanceOf(MergeFailure)
        }
      },
    ),
    { numRuns: 1000 },
  )
})
