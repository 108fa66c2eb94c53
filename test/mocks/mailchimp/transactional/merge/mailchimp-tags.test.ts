import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMailchimpTags } from '../../../../../mocks/mailchimp/transactional/merge/mailchimp-tags.js'
import { mergeValues } from '../../../../../mocks/mailchimp/transactional/merge/values.js'

const around = {
  email: 'ada@example.com',
  subject: 'Your order',
  now: Date.UTC(2026, 0, 2, 15, 4, 5),
  unsubscribe: (redirect: string) => `https://unsub.test/?to=${redirect}`,
}

function render(template: string, vars: Record<string, unknown> = {}): string {
  const list = Object.entries(vars).map(([name, content]) => ({ name, content }))
  return renderMailchimpTags(template, mergeValues(list), around)
}

test('a variable is put in by its name, whatever its case; what was not given leaves nothing', () => {
  expect(render('Dear *|FNAME|*, *|lname|*!*|OTHER|*', { fname: 'Ada', LName: 'Byron' })).toBe('Dear Ada, Byron!')
})

test("a recipient's own value goes before the global one", () => {
  const values = mergeValues([{ name: 'A', content: 1 }], [{ name: 'a', content: 2 }])
  expect(renderMailchimpTags('*|A|*', values, around)).toBe('2')
})

test('what a variable holds is not read again', () => {
  expect(render('*|A|*', { a: '*|B|*', b: 'no' })).toBe('*|B|*')
})

test.each([
  [{ plan: 'gold' }, 'gold!'],
  [{ plan: 'silver' }, 'silver!'],
  [{ plan: 'tin' }, 'other'],
  [{}, 'other'],
])('the first branch that holds is shown: %j', (vars, shown) => {
  expect(render('*|IF:PLAN=gold|*gold!*|ELSEIF:PLAN=silver|*silver!*|ELSE:|*other*|END:IF|*', vars)).toBe(shown)
})

test('IF and IFNOT ask whether a value was given', () => {
  const template = '*|IF:A|*yes*|END:IF|**|IFNOT:A|*no*|END:IF|*'
  expect([render(template, { a: 'x' }), render(template, { a: '' }), render(template)]).toEqual(['yes', 'no', 'no'])
})

test.each([
  ['A>9', 'yes'],
  ['A>=10', 'yes'],
  ['A<9', 'no'],
  ['A!=10', 'no'],
  ['A<=10', 'yes'],
])('numbers are compared as numbers: %s', (condition, shown) => {
  expect(render(`*|IF:${condition}|*yes*|ELSE:|*no*|END:IF|*`, { a: '10' })).toBe(shown)
})

test('blocks stand inside blocks', () => {
  const template = '*|IF:A|*a*|IF:B|*b*|ELSE:|*c*|END:IF|*d*|ELSE:|*e*|IF:B|*f*|END:IF|**|END:IF|*g'
  expect(render(template, { a: 1 })).toBe('acdg')
  expect(render(template, { b: 1 })).toBe('efg')
})

test('words about a variable change its case; others ask the surroundings', () => {
  expect(render('*|UPPER:A|* *|LOWER:A|* *|TITLE:A|* *|HTML:A|*', { a: 'the Old house' })).toBe(
    'THE OLD HOUSE the old house The Old House the Old house',
  )
  expect(render('*|DATE:Y-m-d H:i|* *|CURRENT_YEAR|* *|EMAIL|* *|MC:SUBJECT|*')).toBe(
    '2026-01-02 15:04 2026 ada@example.com Your order',
  )
  expect(render('*|UNSUB:https://shop.test/bye|*')).toBe('https://unsub.test/?to=https://shop.test/bye')
})

test('what is no tag stays as it is', () => {
  expect(render('a *| b *|*| c |* 3*|4')).toBe('a *| b *|*| c |* 3*|4')
})

test('any text is rendered, and a text without tags is itself', () => {
  const piece = fc.constantFrom('*|', '|*', 'IF:', 'A', 'ELSE:', 'END:IF', 'UNSUB:', ' ', '\n', '=', '*', '|')
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      const template = pieces.join('')
      const out = render(template, { a: 'x' })
      expect(typeof out).toBe('string')
      if (!template.includes('*|')) expect(out).toBe(template)
    }),
    { numRuns: 1000 },
  )
})
