import type { Actor } from '../access/access.js'
import type { Field, FieldType, SObject } from '../catalogue/catalogue.js'

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location',
  anyType: 'xsd:anyType',
}

/** What no field of the stand-in has. */
const NEVER = {
  aiPredictionField: false,
  calculatedFormula: null,
  controllerName: null,
  defaultValueFormula: null,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  displayLocationInDecimal: false,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  highScaleNumber: false,
  inlineHelpText: null,
  mask: null,
  maskType: null,
  referenceTargetField: null,
  relationshipOrder: null,
  writeRequiresMasterRead: false,
}

/** A field as a describe has it: 57 keys, all always there. @source facts A4, recorded (read 2026-11-23) */
export function describeField(field: Field, object: SObject, actor: Actor): Record<string, unknown> {
  const editable = actor.access.quiet.editsField(object, field)
  return {
    ...NEVER,
    ...field,
    byteLength: byteLengthOf(field),
    createable: field.createable && editable,
    extraTypeInfo: extraTypeInfo(field),
    namePointing: field.type === 'reference' && field.referenceTo.length > 1,
    permissionable: field.nillable && field.type !== 'id',
    picklistValues: field.picklistValues.map(({ active, defaultValue, label, value }) => ({
      active,
      defaultValue,
      label,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: field.type === 'reference' && field.referenceTo.length > 1,
    queryByDistance: field.type === 'address' || field.type === 'location',
    searchPrefilterable: field.type === 'reference',
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    updateable: field.updateable && editable,
  }
}

/** Three bytes a character, but ids are plain letters. */
function byteLengthOf({ type, length }: Field): number {
  return type === 'id' || type === 'reference' ? length : length * 3
}

function extraTypeInfo({ type, compoundFieldName, name }: Field): string | null {
  if (type === 'textarea') return 'plaintextarea'
  if (compoundFieldName === 'Name')
    return name === 'Salutation' || name === 'LastName' || name === 'FirstName' ? 'personname' : null
  return null
}
