/** Marks of code, of comments and of texts, in one pass. What is not wanted is made blank, so that lines and columns stay. */
type Part = 'code' | 'comment' | 'text'

/** A source with only the parts named. */
export function only(source: string, ...wanted: Part[]): string {
  let out = ''
  for (const [part, from, to] of parts(source)) {
    const piece = source.slice(from, to)
    out += wanted.includes(part) ? piece : piece.replace(/[^\n]/g, ' ')
  }
  return out
}

function* parts(source: string): Generator<[part: Part, from: number, to: number]> {
  // How many braces deep the code is, and was where each template that is open has an insertion.
  let depth = 0
  const insertions: number[] = []
  let from = 0
  for (let at = 0; at < source.length; ) {
    const continues = source[at] === '}' && insertions.at(-1) === depth
    const other = continues ? { part: 'text' as const, to: endOfTemplate(source, at + 1) } : otherThanCode(source, at)
    if (other) {
      if (continues) insertions.pop()
      if (other.part === 'text' && source.startsWith('${', other.to - 2)) insertions.push(depth)
      yield ['code', from, at]
      yield [other.part, at, other.to]
      from = other.to
      at = other.to
    } else {
      if (source[at] === '{') depth++
      if (source[at] === '}') depth--
      at++
    }
  }
  yield ['code', from, source.length]
}

/** The comment, text, template or pattern that begins here. */
function otherThanCode(source: string, at: number): { part: Part; to: number } | undefined {
  const char = source[at] as string
  if (source.startsWith('//', at)) return { part: 'comment', to: endAt(source, '\n', at) }
  if (source.startsWith('/*', at)) return { part: 'comment', to: endAt(source, '*/', at) + 2 }
  if (char === '"' || char === "'") return { part: 'text', to: endOfText(source, at + 1, char) }
  if (char === '`') return { part: 'text', to: endOfTemplate(source, at + 1) }
  if (char === '/' && beginsPattern(source, at)) return { part: 'text', to: endOfPattern(source, at + 1) }
  return undefined
}

function endAt(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at
}

function endOfText(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === quote || source[at] === '\n') return at + 1
  }
  return source.length
}

/** Behind the closing backtick, or behind the `${` of an insertion. */
function endOfTemplate(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '`') return at + 1
    else if (source.startsWith('${', at)) return at + 2
  }
  return source.length
}

/** A slash is a division behind a value, and begins a pattern anywhere else. */
function beginsPattern(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 60), at).trimEnd()
  return before === '' || /(?:[(,=:[!&|?{};<>+*%~^-]|\b(?:return|typeof|case|in|of))$/.test(before)
}

function endOfPattern(source: string, from: number): number {
  let inClass = false
  for (let at = from; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '\n' || (char === '/' && !inClass)) return at + 1
  }
  return source.length
}

/** What a source imports, exports from and loads, types too, as written. */
export function importsOf(source: string): string[] {
  const code = only(source, 'code', 'text')
  const clause = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]/g
  const call = /\bimport\(\s*['"`]([^'"`]+)['"`]/g
  return [...code.matchAll(clause), ...code.matchAll(call)].map((match) => match[1] as string)
}

/** Functions longer than so many lines: the line they begin in, and how many they have. */
export function longFunctions(source: string, most: number): { readonly line: number; readonly lines: number }[] {
  const code = only(source, 'code')
  const found: { line: number; lines: number }[] = []
  const open: number[] = []
  for (let at = 0; at < code.length; at++) {
    if (code[at] === '{') open.push(at)
    if (code[at] !== '}') continue
    const start = open.pop() ?? 0
    const lines = code.slice(start, at).split('\n').length
    if (lines > most && opensFunction(code.slice(Math.max(0, start - 400), start)))
      found.push({ line: code.slice(0, start).split('\n').length, lines })
  }
  return found
}

function opensFunction(header: string): boolean {
  if (/=>\s*$/.test(header)) return true
  const signature = /(\w+)?\s*(?:<[^<>]*>)?\(([^()]|\([^()]*\))*\)\s*(?::[^;{}=]*)?$/.exec(header)
  return signature !== null && !['if', 'for', 'while', 'switch', 'catch'].includes(signature[1] ?? '')
}
