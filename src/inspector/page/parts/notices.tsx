import { dismiss, notices } from '../state/notices.js'
import { Text } from './text.js'

const WORDS = { done: 'Done', wrong: 'Not done', news: 'Note', wait: 'Wait' } as const

/** What came of what a person did. Read out by screen readers. */
export function Notices() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map(({ id, kind, text, remedy }) => (
        <div key={id} class={`notice ${kind}`}>
          <p>
            <strong>{WORDS[kind]}: </strong>
            <Text value={text} />
            {remedy && (
              <>
                {' '}
                <Text value={remedy} />
              </>
            )}
          </p>
          <button type="button" class="small" onClick={() => dismiss(id)} aria-label="Close this message">
            Close
          </button>
        </div>
      ))}
    </div>
  )
}
