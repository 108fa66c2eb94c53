import { useState } from 'preact/hooks'
import { tell } from '../state/notices.js'

interface CopyProps {
  readonly text: string
  readonly what: string
  readonly verb?: string
}

/** Copies a text; says so. */
export function Copy({ text, what, verb = 'Copy' }: CopyProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), 2000)
    } catch {
      tell('wrong', 'The browser does not let this page copy.', 'Select the text, and copy it by hand.')
    }
  }
  return (
    <button type="button" class="small" onClick={copy} aria-label={copied ? `${what} copied` : `${verb} ${what}`}>
      {copied ? 'Copied' : verb}
    </button>
  )
}
