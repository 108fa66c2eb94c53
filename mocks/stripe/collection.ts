import type { Page, PageRequest, Row, Table } from '../../src/engine/kit.js'
import { missing } from './errors.js'

/** Where an id was given, for the error: the parameter's name, and whether it stood in the path. */
export interface Where {
  readonly param: string
  readonly inPath: boolean
}

/** One of Stripe's kinds of resource in a world. What is not there is Stripe's resource_missing. */
export class Collection<R extends Row> {
  readonly type: string
  private readonly table: Table<R>
  /** Makes what an unknown id names, where the sandbox is to. */
  private readonly make: ((id: string) => R | undefined) | undefined

  constructor(type: string, table: Table<R>, make?: (id: string) => R | undefined) {
    this.type = type
    this.table = table
    this.make = make
  }

  /** @throws resource_missing (404 for an id of the path, 400 for one of a parameter) */
  get(id: string, where: Where | string): R {
    const row = this.table.find(id) ?? this.make?.(id)
    if (row) return row
    const { param, inPath } = typeof where === 'string' ? { param: where, inPath: true } : where
    throw missing(this.type, id, param, inPath)
  }

  /** One that a parameter names. @throws resource_missing (400) */
  named(id: string, param: string): R {
    return this.get(id, { param, inPath: false })
  }

  find(id: string): R | undefined {
    return this.table.find(id)
  }

  insert(row: R): R {
    return this.table.insert(row)
  }

  update(id: string, patch: Partial<R>): R {
    return this.table.update(id, patch)
  }

  put(row: R): R {
    return this.table.put(row)
  }

  delete(id: string): boolean {
    return this.table.delete(id)
  }

  where(field: keyof R & string, value: unknown): R[] {
    return this.table.where(field, value)
  }

  all(): R[] {
    return this.table.all()
  }

  page(request: PageRequest<R>): Page<R> {
    return this.table.page(request)
  }
}
