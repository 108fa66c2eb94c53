import type { Field, SObject } from '../catalogue/catalogue.js'
import type { SalesforceWorld } from '../world.js'
import type { Access } from './access.js'
import { fieldNeed, NEED, objectNeed, userHolder } from './needs.js'

/**
 * What a user may do, with what was asked for counted for the access report. Fields that nobody can be kept from are not: no
 * profile can be cut down by them.
 */
export class CountedAccess implements Access {
  readonly quiet: Access
  private readonly world: SalesforceWorld
  private readonly holder: string
  private readonly shown = new Map<SObject, readonly Field[]>()

  constructor(world: SalesforceWorld, userId: string, quiet: Access) {
    this.world = world
    this.holder = userHolder(userId)
    this.quiet = quiet
  }

  readsObject(object: SObject): boolean {
    return this.object(object, 'read', this.quiet.readsObject(object))
  }

  createsObject(object: SObject): boolean {
    return this.object(object, 'create', this.quiet.createsObject(object))
  }

  editsObject(object: SObject): boolean {
    return this.object(object, 'edit', this.quiet.editsObject(object))
  }

  deletesObject(object: SObject): boolean {
    return this.object(object, 'delete', this.quiet.deletesObject(object))
  }

  readsField(object: SObject, field: Field): boolean {
    return this.field(object, field, 'read', this.quiet.readsField(object, field))
  }

  editsField(object: SObject, field: Field): boolean {
    return this.field(object, field, 'edit', this.quiet.editsField(object, field))
  }

  /** Who asks for a whole record does not say what of it is needed: only what had to be left out is counted. */
  shownFields(object: SObject): readonly Field[] {
    let fields = this.shown.get(object)
    if (!fields) {
      fields = object.fields.filter((field) => this.quiet.readsField(object, field) || this.leaveOut(object, field))
      this.shown.set(object, fields)
    }
    return fields
  }

  private leaveOut(object: SObject, field: Field): boolean {
    this.world.port.access.needed(this.holder, NEED.field, fieldNeed(object.name, field.name, 'read'), 'left out')
    return false
  }

  private object(object: SObject, right: 'read' | 'create' | 'edit' | 'delete', may: boolean): boolean {
    const name = objectNeed(object.name, right)
    this.world.port.access.needed(this.holder, NEED.object, name, may ? 'used' : 'refused')
    return may
  }

  private field(object: SObject, field: Field, right: 'read' | 'edit', may: boolean): boolean {
    if (!this.world.rights.withholdable(object.name, field.name)) return may
    const name = fieldNeed(object.name, field.name, right)
    this.world.port.access.needed(this.holder, NEED.field, name, may ? 'used' : 'refused')
    return may
  }
}
