import { expect, test } from 'vitest'
import { fillRegions } from '../../../../../mocks/mailchimp/transactional/html/editable-regions.js'
import { htmlToText } from '../../../../../mocks/mailchimp/transactional/html/to-text.js'
import { addPixel, rewriteLinks } from '../../../../../mocks/mailchimp/transactional/html/track.js'

test('editable regions are filled; one without content keeps its own', () => {
  const template = '<div mc:edit="head"><div>old</div></div><p class="a" mc:edit=\'foot\'>foot</p>'
  expect(fillRegions(template, [{ name: 'head', content: '<b>new</b>' }])).toBe(
    '<div><b>new</b></div><p class="a">foot</p>',
  )
  expect(fillRegions('<p>none</p>', [{ name: 'head', content: 'x' }])).toBe('<p>none</p>')
})

test('the text of HTML has its links, and not its styles', () => {
  const html =
    '<head><title>t</title></head><style>p{}</style><h1>Hi &amp; bye</h1><!-- <p>no</p> --><p>See <a href="https://a.test/x">this</a><br>or not</p>'
  expect(htmlToText(html)).toBe('Hi & bye\n\nSee this (https://a.test/x)\nor not')
  expect(htmlToText('<a href="https://a.test">https://a.test</a>')).toBe('https://a.test')
})

test('links of the web are wrapped, others are left', () => {
  const wrap = (url: string) => `https://t.test/?u=${encodeURIComponent(url)}&x=1`
  expect(rewriteLinks('<a class="b" href="https://a.test/?b=1&amp;c=2">x</a><a href=\'mailto:a@b.test\'>', wrap)).toBe(
    `<a class="b" href="https://t.test/?u=https%3A%2F%2Fa.test%2F%3Fb%3D1%26c%3D2&amp;x=1">x</a><a href='mailto:a@b.test'>`,
  )
})

test('the picture stands inside the body', () => {
  expect(addPixel('<body>x</body>', 'https://t.test/o?a=1&b=2')).toBe(
    '<body>x<img src="https://t.test/o?a=1&amp;b=2" height="1" width="1" alt=""></body>',
  )
})

test('hostile HTML takes no time to speak of', () => {
  const start = performance.now()
  for (const piece of ['<script>', '<!--', '<a href="', '<p mc:edit="a">', '<', '<a '] as const) {
    const html = piece.repeat(30_000)
    htmlToText(html)
    fillRegions(html, [{ name: 'a', content: 'b' }])
    rewriteLinks(html, (url) => url)
  }
  expect(performance.now() - start).toBeLessThan(30_000)
})
