import { expect, test } from 'vitest'
import { sourceFiles } from './files.js'
import { importsOf, only } from './scan.js'

// What comes from outside is shown as text: there is no place where it could become markup, script or an address of elsewhere.
const FORBIDDEN =
  /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\b|srcdoc|DOMParser|createContextualFragment|trustedTypes|setAttribute\(['"](?:on|style|src|href)/

const page = () => sourceFiles('src/inspector/page/')

test('nothing in the inspector turns text into markup', () => {
  expect(page().length).toBeGreaterThan(30)
  expect(
    page()
      .filter(({ source }) => FORBIDDEN.test(only(source, 'code', 'text')))
      .map(({ path }) => path),
  ).toEqual([])
})

test('the inspector asks nobody but the sandbox', () => {
  const elsewhere = /https?:\/\/(?!localhost)|\/\/cdn|new WebSocket|sendBeacon|EventSource\(/
  expect(
    page()
      .filter(({ source }) => elsewhere.test(only(source, 'code', 'text')))
      .map(({ path }) => path),
  ).toEqual([])
})

test('the page imports three libraries and itself', () => {
  const outside = page().flatMap(({ source }) => importsOf(source).filter((specifier) => !specifier.startsWith('.')))
  expect(new Set(outside)).toEqual(new Set(['preact', 'preact/hooks', '@preact/signals', '@tanstack/virtual-core']))
})
