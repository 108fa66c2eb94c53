import type { Change, Row, Table } from '../world/table.js'

/** How rows were before the last transaction that changed them: what a stale answer is read from. Kept only while a fault asks for it. */
export class PreviousRows {
  private readonly tables = new Map<Table, Map<string, Row>>()

  remember(changes: readonly Change[]): void {
    const seen = new Map<Table, Set<string>>()
    for (const { table, id, before } of changes) {
      // Tables of the engine itself have no slash in their name; what was just made was nothing before.
      if (!table.name.includes('/')) continue
      const known = seen.get(table) ?? new Set<string>()
      seen.set(table, known)
      if (known.has(id)) continue
      known.add(id)
      if (before) this.of(table).set(id, before.row)
    }
  }

  /** Inside a transaction that is rolled back afterwards. */
  putBack(): void {
    for (const [table, rows] of this.tables) for (const row of rows.values()) table.put(row)
  }

  clear(): void {
    this.tables.clear()
  }

  private of(table: Table): Map<string, Row> {
    const rows = this.tables.get(table) ?? new Map<string, Row>()
    this.tables.set(table, rows)
    return rows
  }
}
