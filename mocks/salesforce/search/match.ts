import type { Field, SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { ReadAccess } from '../soql/environment.js'
import { wildcardTest } from '../soql/wildcard.js'
import type { Group, Term } from './sosl-ast.js'

const TEXT_TYPES = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox', 'multipicklist'])
const NAMES = new Set(['Name', 'FirstName', 'LastName', 'Title', 'Subject', 'CaseNumber'])

/** The fields of an object that a group is about. @unverified which fields are of the name group beside the name itself */
export function searchedFields(object: SObject, group: Group, access: ReadAccess): Field[] {
  return object.fields.filter((field) => isOf(field, group) && access.quiet.readsField(object, field))
}

function isOf(field: Field, group: Group): boolean {
  switch (group) {
    case 'NAME':
      return field.nameField || NAMES.has(field.name)
    case 'EMAIL':
      return field.type === 'email'
    case 'PHONE':
      return field.type === 'phone'
    default:
      return TEXT_TYPES.has(field.type) && !field.encrypted
  }
}

/** A test of rows for a term: in any one of the fields each word or phrase is found. */
export function matcher(term: Term, fields: readonly Field[], group: Group): (row: RecordRow) => boolean {
  const digitsOnly = group === 'PHONE'
  const test = compile(term)
  return (row) => {
    const texts = fields.flatMap((field) => {
      const value = row[field.name]
      if (typeof value !== 'string' || value === '') return []
      // Phone numbers are found by their digits, however they are written.
      const digits = field.type === 'phone' ? ` ${value.replace(/\D+/g, '')}` : ''
      return [digitsOnly && digits ? digits : ` ${words(value)}${digits}`]
    })
    return texts.length > 0 && test(texts)
  }
}

function compile(term: Term): (texts: readonly string[]) => boolean {
  switch (term.kind) {
    case 'not': {
      const part = compile(term.part)
      return (texts) => !part(texts)
    }
    case 'and':
    case 'or': {
      const parts = term.parts.map(compile)
      return term.kind === 'and'
        ? (texts) => parts.every((part) => part(texts))
        : (texts) => parts.some((part) => part(texts))
    }
    case 'words': {
      const tests = term.words.map(wordTest)
      return (texts) => tests.length > 0 && texts.some((text) => holdsInOrder(text, tests))
    }
  }
}

/** `*` is any run of characters, `?` one. */
function wordTest(word: string): (text: string) => boolean {
  if (!/[*?]/.test(word)) return (text) => text === word
  return wildcardTest(word.split('').map((char) => (char === '*' ? 'many' : char === '?' ? 'one' : { char })))
}

/** Whether words stand side by side somewhere in a text. */
function holdsInOrder(text: string, tests: readonly ((word: string) => boolean)[]): boolean {
  const found = text.split(' ').filter((word) => word !== '')
  return found.some((_, from) => tests.every((test, i) => found[from + i] !== undefined && test(found[from + i] ?? '')))
}

/** Text as an index would hold it: words in lower case with one space between. */
function words(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()
}
