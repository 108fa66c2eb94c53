import { expect, test } from 'vitest'
import { problemsOfSettings, type SettingType } from '../../src/engine/settings.js'

const known: Readonly<Record<string, SettingType>> = {
  size: { oneOf: ['small', 'large'] },
  limits: { map: 'number', names: ['Daily', 'Hourly'] },
  users: { list: { fields: { name: 'string', active: 'boolean' }, required: ['name'] } },
  more: { map: 'any' },
}

test('what a vendor takes is taken, and a vendor that does not say takes all', () => {
  const right = { size: 'small', limits: { Daily: 1 }, users: [{ name: 'a', active: true }], more: { x: [1] } }
  expect(problemsOfSettings(known, right)).toEqual([])
  expect(problemsOfSettings(known, undefined)).toEqual([])
  expect(problemsOfSettings(undefined, { anything: 1 })).toEqual([])
})

test.each([
  [{ sise: 'small' }, ['sise'], "this name is not known; did you mean 'size'?"],
  [{ size: 'smal' }, ['size'], `"smal" is there, but 'small' or 'large' is expected; did you mean 'small'?`],
  [{ limits: { Dayly: 1 } }, ['limits', 'Dayly'], "this name is not known; did you mean 'Daily'?"],
  [{ limits: { Daily: '1' } }, ['limits', 'Daily'], '"1" is there, but a number is expected'],
  [{ users: {} }, ['users'], '{} is there, but a list is expected'],
  [{ users: [{ active: 1 }] }, ['users', 0], "'name' is missing"],
  [{ users: [{ name: 'a', active: 1 }] }, ['users', 0, 'active'], '1 is there, but true or false is expected'],
  [[], [], '[] is there, but a set of settings is expected'],
])('%j is refused, with its place', (settings, path, what) => {
  expect(problemsOfSettings(known, settings)[0]).toEqual({ path, what })
})
