import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ROOT = 'mocks/stripe'
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, source: readFileSync(`${ROOT}/${name}`, 'utf8') }))
  .filter(({ source }) => /export const \w+ = (?:behaviour|page)\(/.test(source))

test.each(files)('$name says where it is from, what it throws and what it tells', ({ source }) => {
  const docs = (source.match(/\/\*\*[\s\S]*?\*\//g) ?? []).join(' ')
  const thrown = [...source.matchAll(/code: '([a-z_]+)'/g)].map(([, code]) => code ?? '')
  const told = [...source.matchAll(/\bemit\('([a-z_.]+)'/g)].map(([, type]) => type ?? '')
  const looks = /\.(?:get|named)\(/.test(source) ? ['resource_missing'] : []
  const refuses = source.includes('notModelled(') ? ['501'] : []

  expect(['@source', ...thrown, ...told, ...looks, ...refuses].filter((word) => !docs.includes(word))).toEqual([])
})
