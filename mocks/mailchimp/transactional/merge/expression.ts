import { compare, type Operator } from './compare.js'
import { isGiven } from './values.js'

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|&&|\|\||>=|<=|!=|==|=|>|<|[\w.@-]+)\s*/gy
const OPERATORS: ReadonlySet<string> = new Set(['>=', '<=', '!=', '==', '=', '>', '<'])

/**
 * What stands between backticks in Handlebars as Mandrill knows it: `purchases > 3`, `system == "OS X"`, joined by && and ||.
 * @param resolve gives the value of a path
 * @throws SyntaxError for what is no expression
 * @source https://mailchimp.com/developer/transactional/docs/templates-dynamic-content/ (read 2026-11); @unverified && and ||
 */
export function evaluate(expression: string, resolve: (path: string) => unknown): boolean {
  const tokens = tokensOf(expression)
  let at = 0
  const operand = (): unknown => {
    const token = tokens[at++]
    if (token === undefined || OPERATORS.has(token)) throw new SyntaxError(`'${expression}' lacks a value.`)
    if (token.startsWith('"')) return token.slice(1, -1).replace(/\\(.)/g, '$1')
    return /^-?\d+(?:\.\d+)?$/.test(token) ? Number(token) : resolve(token)
  }
  const comparison = (): boolean => {
    const left = operand()
    const next = tokens[at]
    if (next === undefined || !OPERATORS.has(next)) return isGiven(left)
    at++
    return compare(left, next as Operator, operand())
  }
  let any = false
  let all = comparison()
  while (at < tokens.length) {
    const joint = tokens[at++]
    if (joint !== '&&' && joint !== '||') throw new SyntaxError(`'${expression}' has '${joint}' where it ends.`)
    const next = comparison()
    if (joint === '||') {
      any ||= all
      all = next
    } else all &&= next
  }
  return any || all
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = []
  let end = 0
  for (const match of expression.matchAll(TOKEN)) {
    tokens.push(match[1] ?? '')
    end = match.index + match[0].length
  }
  if (end !== expression.length || tokens.length === 0) throw new SyntaxError(`'${expression}' is no expression.`)
  return tokens
}
