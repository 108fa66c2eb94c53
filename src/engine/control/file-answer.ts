/** Of a file that is sent, in bytes: what it unpacks to is bounded too. */
export const MOST_FILE = 256 * 1024 * 1024

/** An answer of the control API that is a file. */
export class FileAnswer {
  readonly name: string
  readonly bytes: Uint8Array

  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    this.bytes = bytes
  }
}
