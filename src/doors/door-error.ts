/** A door could not be opened. `code` is stable; the message says what failed, the value and what to do. */
export class DoorError extends Error {
  override readonly name = 'DoorError'

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
