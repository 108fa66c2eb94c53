import { useState } from 'preact/hooks'
import { setToken, token, tokenIsWrong } from '../api/token.js'

/** Asks for the token, and says where it is. */
export function TokenBar() {
  const [text, setText] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (text.trim()) setToken(text.replace(/^.*#token=/, ''))
  }
  return (
    <form class="token-bar" onSubmit={submit}>
      <p>
        {tokenIsWrong.value && token.value
          ? 'The sandbox has another token now: was it started anew? '
          : 'This page was opened without the token of the sandbox: it can look, and change nothing. '}
        <code>standin start</code> prints it: open the address beside “Inspector”, or paste that address or the part
        behind <code>#token=</code> here.
      </p>
      <label>
        Token{' '}
        <input
          type="password"
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">Use it</button>
    </form>
  )
}
