import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileJournal, type FileJournalOptions } from '../../../../src/engine/journal/file/file-journal.js'
import type { JournalRecord } from '../../../../src/engine/journal/journal.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const remove = (world: string): JournalRecord => ({ kind: 'remove', world })
const names = (records: Iterable<JournalRecord>) =>
  [...records].map((record) => ('world' in record ? record.world : record.kind))

function opened(folder: string, options: Partial<FileJournalOptions> = {}) {
  const journal = new FileJournal({ folder, ...options })
  try {
    return { journal, found: names(journal.read()) }
  } catch (error) {
    journal.close()
    throw error
  }
}

/** What is found there by a process that comes and goes. */
function read(folder: string): string[] {
  const { journal, found } = opened(folder)
  journal.close()
  return found
}

function written(folder: string, worlds: readonly string[]): string {
  const { journal } = opened(folder)
  for (const world of worlds) journal.append(remove(world))
  journal.close()
  return join(folder, '000001.journal')
}

test('what was appended is read in order, by one process after another', () => {
  const folder = temporaryFolder()
  written(folder, ['a', 'b'])
  written(folder, ['c', 'zürich ✓'])
  expect(read(folder)).toEqual(['a', 'b', 'c', 'zürich ✓'])
})

test('a last record that was cut, at whatever byte, is left out, kept beside and told of; writing goes on', () => {
  const folder = temporaryFolder()
  const path = written(folder, ['a', 'b'])
  const whole = readFileSync(path)
  const from = whole.lastIndexOf('\n', whole.length - 2) + 1
  for (let cut = from; cut < whole.length; cut++) {
    writeFileSync(path, whole.subarray(0, cut))
    const { journal, found } = opened(folder)
    expect(found).toEqual(['a'])
    journal.append(remove('c'))
    journal.close()
    expect(read(folder)).toEqual(['a', 'c'])
    const aside = readdirSync(folder).find((name) => name.includes('torn'))
    expect(journal.notes).toHaveLength(cut === from ? 0 : 1)
    if (cut === from) continue
    expect(journal.notes[0]).toContain(`its ${cut - from} bytes are in`)
    expect(readFileSync(join(folder, String(aside)))).toEqual(whole.subarray(from, cut))
    rmSync(join(folder, String(aside)))
  }
})

test('a file that was cut in its first record is begun again', () => {
  const folder = temporaryFolder()
  const path = written(folder, [])
  const { length } = readFileSync(path)
  for (const size of [0, 1, length - 1]) {
    truncateSync(path, size)
    written(folder, ['a'])
    expect(read(folder)).toEqual(['a'])
    writeFileSync(path, readFileSync(path).subarray(0, length))
  }
})

test('a byte that was changed before the end is found wherever it is, and nothing is touched', () => {
  const folder = temporaryFolder()
  const path = written(folder, ['a', 'b', 'c'])
  const whole = readFileSync(path)
  for (let at = 0; at < whole.length - 1; at++) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const before = [...whole.subarray(0, at)].filter((byte) => byte === 10).length
    const start = whole.subarray(0, at).lastIndexOf(10) + 1
    expect(() => read(folder)).toThrow(new RegExp(`${path} is damaged at byte ${start}, in record ${before + 1}: `))
    expect(readFileSync(path)).toEqual(bytes)
    expect(readdirSync(folder).sort()).toEqual(['000001.journal'])
  }
})

test('a record that was taken out is found', () => {
  const folder = temporaryFolder()
  const path = written(folder, ['a', 'b', 'c'])
  const lines = readFileSync(path, 'utf8').split('\n')
  lines.splice(2, 1)
  writeFileSync(path, lines.join('\n'))
  expect(() => read(folder)).toThrow(/record 3: the checksum is wrong/)
})

test('killed at any moment of putting it together, nothing is lost and nothing comes twice', async () => {
  const folder = temporaryFolder()
  const { journal } = opened(folder)
  for (let i = 0; i < 100; i++) journal.append(remove(`old-${i}`))
  const moments: string[] = []
  const moment = () => {
    const copy = temporaryFolder()
    for (const name of readdirSync(folder)) {
      if (name !== 'lock') copyFileSync(join(folder, name), join(copy, name))
    }
    moments.push(copy)
  }
  let taken = 0
  function* records(): Generator<JournalRecord> {
    for (let i = 0; i < 100; i++) {
      if (i % 10 === 0) moment()
      taken++
      yield remove(`base-${i}`)
    }
  }
  const compacting = journal.compact(records())
  journal.append(remove('meanwhile'))
  moment()
  await compacting
  expect(taken).toBe(100)
  journal.append(remove('after'))
  const done = readdirSync(folder).filter((name) => name !== 'lock')
  expect(done.sort()).toEqual(['000002.base', '000002.journal'])

  const old = Array.from({ length: 100 }, (_, i) => `old-${i}`)
  for (const copy of moments) {
    const found = read(copy)
    expect(found.slice(0, 100)).toEqual(old)
    expect(found.slice(100)).toEqual(found.length > 100 ? ['meanwhile'] : [])
    // What was half made is gone, and the next process goes on.
    expect(readdirSync(copy).some((name) => name.endsWith('.new'))).toBe(false)
  }
  journal.close()
  const base = Array.from({ length: 100 }, (_, i) => `base-${i}`)
  // Between the new name and the removal of what it stands for.
  const between = temporaryFolder()
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(between, name))
  for (const name of readdirSync(moments[0] ?? '')) {
    if (name === '000001.journal') copyFileSync(join(moments[0] ?? '', name), join(between, name))
  }
  expect(read(between)).toEqual([...base, 'meanwhile', 'after'])
  expect(readdirSync(between).sort()).toEqual(['000002.base', '000002.journal'])
  expect(read(folder)).toEqual([...base, 'meanwhile', 'after'])
})

test('what is asked of one that is closed touches nothing', async () => {
  const folder = temporaryFolder()
  const { journal } = opened(folder)
  const compacting = journal.compact(Array.from({ length: 100 }, (_, i) => remove(`${i}`)))
  journal.append(remove('a'))
  journal.close()
  expect(() => journal.append(remove('late'))).toThrow(/the sandbox has ended/)
  await compacting
  await journal.compact([remove('late')])
  journal.close()
  expect(read(folder)).toEqual(['a'])
})

test('a base that is damaged, or a journal that is missing, is refused; nothing is removed', async () => {
  const folder = temporaryFolder()
  const { journal } = opened(folder)
  await journal.compact([remove('a')])
  journal.append(remove('b'))
  journal.close()
  const base = join(folder, '000002.base')
  const whole = readFileSync(base)
  writeFileSync(base, Buffer.from(whole.map((byte, at) => (at === whole.length - 5 ? byte ^ 1 : byte))))
  expect(() => read(folder)).toThrow(/000002\.base is damaged at byte/)
  // A base is never written to, so one without its end is damaged.
  writeFileSync(base, whole.subarray(0, whole.length - 3))
  expect(() => read(folder)).toThrow(/000002\.base is damaged at byte \d+, in record 3: its end is missing/)
  const lines = whole.toString().split('\n')
  writeFileSync(base, `${lines.slice(0, -2).join('\n')}\n`)
  expect(() => read(folder)).toThrow(/its end is missing/)
  writeFileSync(base, whole)
  rmSync(join(folder, '000002.journal'))
  expect(() => read(folder)).toThrow(/000002\.journal is missing/)
  expect(readdirSync(folder)).toEqual(['000002.base'])
})

test('another version, or a folder with other things in it, is refused', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'thesis.doc'), 'precious')
  expect(() => opened(folder)).toThrow(/has 'thesis\.doc' in it, which is no state of Standin/)
  expect(readdirSync(folder)).toEqual(['thesis.doc'])
})

test('one process at a time: a second is refused, what a dead one has left is taken over', () => {
  const folder = temporaryFolder()
  const { journal } = opened(folder)
  expect(() => opened(folder)).toThrow(new RegExp(`in use by process ${process.pid}`))
  journal.close()
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.ppid }))
  expect(() => opened(folder)).toThrow(new RegExp(`in use by process ${process.ppid}`))
  // The process has ended, and another one has got its number.
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.ppid, began: 'long ago' }))
  expect(read(folder)).toEqual([])
  for (const left of ['', 'no JSON', JSON.stringify({ pid: 2 ** 22 + 1 })]) {
    writeFileSync(join(folder, 'lock'), left)
    expect(read(folder)).toEqual([])
  }
  expect(readdirSync(folder)).toEqual(['000001.journal'])
})

test('only its owner reads it', () => {
  const folder = join(temporaryFolder(), 'new', 'state')
  const { journal } = opened(folder)
  journal.snapshots.write('one', Buffer.from('x'))
  const mode = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8)
  expect(['.', '000001.journal', 'lock', 'snapshots', 'snapshots/one.snapshot'].map(mode)).toEqual([
    '700',
    '600',
    '600',
    '700',
    '600',
  ])
  journal.close()
})

test('with fsync an answer waits until the disk has its record, and many share one flush', async () => {
  const folder = temporaryFolder()
  const { journal } = opened(folder, { fsync: true })
  journal.append(remove('first'))
  expect(journal.durable()).toBeDefined()
  await journal.durable()
  expect(journal.durable()).toBeUndefined()
  const { current } = journal as unknown as { current: { sync(): Promise<void> } }
  const sync = current.sync.bind(current)
  let flushes = 0
  current.sync = () => {
    flushes++
    return sync()
  }
  const waiting = Array.from({ length: 20 }, (_, i) => {
    journal.append(remove(`${i}`))
    return journal.durable()
  })
  expect(waiting.every((promise) => promise)).toBe(true)
  await Promise.all(waiting)
  expect(flushes).toBeGreaterThanOrEqual(1)
  expect(flushes).toBeLessThanOrEqual(2)
  journal.append(remove('last'))
  current.sync = () => Promise.reject(Object.assign(new Error('no'), { code: 'EIO' }))
  await expect(journal.durable()).rejects.toThrow()
  // It may have lost what it was for: nothing is promised any more.
  expect(() => journal.append(remove('more'))).toThrow()
  journal.close()
})

test('a folder that cannot be made is told of', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(() => opened(join(folder, 'file', 'state'))).toThrow(/cannot be written: ENOTDIR/)
  mkdirSync(join(folder, 'in'))
})
