import type { Answer, Call } from '../call.js'

/** The answer as it goes on the wire. What carries a content type is final. */
export function encodeAnswer(call: Call, answer: Answer): Answer {
  if (answer.contentType !== undefined) return answer
  if (answer.body === undefined) return { ...answer, body: '', contentType: '' }
  const { text, contentType } = call.vendor.definition.wire.encode(answer.body, call)
  return { ...answer, body: text, contentType }
}
