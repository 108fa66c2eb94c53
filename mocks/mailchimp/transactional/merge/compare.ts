const NUMBER = /^\s*-?\d+(?:\.\d+)?\s*$/

const TESTS = {
  '=': (order: number) => order === 0,
  '==': (order: number) => order === 0,
  '!=': (order: number) => order !== 0,
  '>': (order: number) => order > 0,
  '<': (order: number) => order < 0,
  '>=': (order: number) => order >= 0,
  '<=': (order: number) => order <= 0,
} as const

export type Operator = keyof typeof TESTS

/** Numbers by their size, texts by the order of their characters. */
export function compare(left: unknown, operator: Operator, right: unknown): boolean {
  const [a, b] = [textual(left), textual(right)]
  const numbers = NUMBER.test(a) && NUMBER.test(b)
  const order = numbers ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0
  return TESTS[operator](order)
}

function textual(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
