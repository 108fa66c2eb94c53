import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** Control characters, and those that turn the direction of a line or are not seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** A text as it came: what cannot be seen is written out. With `lines`, line breaks and tabs are themselves. */
export function Text({ value, lines = false }: { readonly value: string; readonly lines?: boolean }) {
  const parts: ComponentChildren[] = []
  let last = 0
  for (const { 0: found, index } of value.matchAll(UNSEEN)) {
    if (lines && (found === '\n' || found === '\t')) continue
    parts.push(value.slice(last, index), <span class="unseen">{nameOf(found)}</span>)
    last = index + found.length
  }
  if (last === 0) return <>{value}</>
  return (
    <>
      {parts}
      {value.slice(last)}
    </>
  )
}

/** The same as a plain text, for a hint over what is cut off. */
export function hintOf(value: string): string {
  return value.replace(UNSEEN, nameOf)
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Lines as they are, in a part that scrolls by itself. */
export function Block({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
    <section class="body" tabIndex={0} aria-label={label}>
      <pre>
        <Text value={text} lines />
      </pre>
    </section>
  )
}

/** Characters that are shown at first. */
const SHOWN = 4000

/** A body: JSON in lines, anything else as it is; a long one is cut until it is asked for. */
export function Body({ text, label }: { readonly text: string; readonly label: string }) {
  const [whole, setWhole] = useState(false)
  if (text === '') return <p class="quiet">No body.</p>
  const pretty = inLines(text)
  const cut = !whole && pretty.length > SHOWN
  return (
    <>
      <Block label={label} text={cut ? pretty.slice(0, SHOWN) : pretty} />
      {cut && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          Show all {pretty.length.toLocaleString('en')} characters
        </button>
      )}
    </>
  )
}

export function inLines(text: string): string {
  const start = text.trimStart()[0]
  if (start !== '{' && start !== '[') return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
