import { createHmac } from 'node:crypto'
import type { Row, Table, VendorWorld } from '../../../src/engine/kit.js'

interface Secret extends Row {
  readonly value: string
}

/**
 * That somebody was deleted for good and may not be imported again. Nothing of the address is kept but a mark that nobody can
 * turn back into it: keyed, unlike the subscriber hash.
 */
export class Forgotten {
  private readonly port: VendorWorld

  constructor(port: VendorWorld) {
    this.port = port
  }

  has(list: string, email: string): boolean {
    return this.marks.size > 0 && this.marks.has(this.mark(list, email))
  }

  remember(list: string, email: string): void {
    this.marks.put({ id: this.mark(list, email) })
  }

  /** They have come back by themselves. */
  revive(list: string, email: string): void {
    if (this.marks.size > 0) this.marks.delete(this.mark(list, email))
  }

  private get marks(): Table<Row> {
    return this.port.table('_forgotten')
  }

  private mark(list: string, email: string): string {
    const secrets = this.port.table<Secret>('_forgotten_key')
    const secret = secrets.find('key') ?? secrets.insert({ id: 'key', value: this.port.random.hex(64) })
    return createHmac('sha256', secret.value).update(`${list}/${email.toLowerCase()}`).digest('hex')
  }
}
