import type { RawField } from './model.js'
import type { OpenApiField } from './read-openapi.js'

/** What is known of a field before its type is settled. */
export interface Sighting {
  object: string
  name: string
  openApi: OpenApiField | undefined
  /** Of jsforce's types: `string`, `number`, `DateString`, `Address`, `BlobString`. */
  typed: string | undefined
  /** Whether a parent is named after it: `Account` for `AccountId`. */
  points: boolean
}

type Shape = Pick<RawField, 'type' | 'length' | 'precision' | 'scale' | 'digits'>

const PICKLIST =
  /^(?:Status|Type|Rating|Industry|Priority|Origin|Reason|Salutation|LeadSource|AccountSource|Ownership|StageName|Role|Language|Frequency|Visibility|Category|Family|.+GeocodeAccuracy|.+Status|.+Category|.+LocaleKey|.+SidKey|.+EncodingKey|ForecastCategoryName|DeliveryInstallationStatus|.+AccessLevel|RowCause|PublishStatus|SharingOption|GeocodeAccuracy|TaskSubtype|EventSubtype|ShowAs)$/
const TEXTAREA =
  /(?:Street|Description|Comments|CommentBody|TextBody|HtmlBody|SpecialTerms|Markup|AboutMe)$|^(?:Body|Text|Content)$/

/** The type of a field, from its coarse type and its name. @source facts part B, measured on seven recorded describes */
export function shapeOf(seen: Sighting): Shape {
  const { name } = seen
  if (name === 'Id') return { type: 'id', length: 18 }
  if (seen.typed === 'BlobString') return { type: 'base64' }
  switch (coarse(seen)) {
    case 'boolean':
      return { type: 'boolean' }
    case 'datetime':
      return { type: 'datetime' }
    case 'date':
      return { type: 'date' }
    case 'integer':
      return { type: 'int', digits: 8 }
    case 'number':
      return numberShape(name)
    case 'object':
      return { type: /Address$/.test(name) ? 'address' : /Location$/.test(name) ? 'location' : 'complexvalue' }
    default:
      return textShape(seen)
  }
}

function coarse({ openApi, typed, name }: Sighting): OpenApiField['type'] {
  if (typed === 'Address') return 'object'
  if (openApi) return openApi.type
  if (typed === 'DateString')
    return /Date$/.test(name) && !/^(?:Created|LastModified|LastViewed|LastReferenced)/.test(name) ? 'date' : 'datetime'
  if (typed === 'boolean' || typed === 'number') return typed
  return 'string'
}

function numberShape(name: string): Shape {
  if (/(?:Latitude|Longitude)$/.test(name)) return { type: 'double', precision: 18, scale: 15 }
  if (/^AnnualRevenue$/.test(name)) return { type: 'currency', precision: 18, scale: 0 }
  if (/(?:Amount|Price|Revenue|Cost)$|^ExpectedRevenue|^Amount/.test(name))
    return { type: 'currency', precision: 18, scale: 2 }
  if (/(?:Probability|Percent|Discount)$/.test(name)) return { type: 'percent', precision: 3, scale: 0 }
  return { type: 'double', precision: 18, scale: 2 }
}

function textShape({ object, name, openApi, points }: Sighting): Shape {
  const length = openApi?.length
  if (points || name === 'MasterRecordId') return { type: 'reference', length: 18 }
  if (/^(?:Body|VersionData)$/.test(name) && /^(?:Attachment|Document|StaticResource|ContentVersion)$/.test(object))
    return { type: 'base64' }
  if (TEXTAREA.test(name)) return { type: 'textarea', length: length ?? (/Street$/.test(name) ? 255 : 32000) }
  if (/Email$/.test(name) && name !== 'ReplyEmail') return { type: 'email', length: 80 }
  if (/(?:Phone|Fax)$/.test(name) && !/^Supplied/.test(name)) return { type: 'phone', length: 40 }
  if (/(?:Url|Website)$/.test(name)) return { type: 'url', length: length ?? 255 }
  if (PICKLIST.test(name) || (openApi?.picklist && !/Name$|Number$/.test(name)))
    return { type: 'picklist', length: length ?? 40 }
  return { type: 'string', length: length ?? lengthByName(name) }
}

function lengthByName(name: string): number {
  if (/City$/.test(name)) return 40
  if (/PostalCode$/.test(name)) return 20
  if (/(?:State|Country)$/.test(name)) return 80
  if (name === 'FirstName') return 40
  if (name === 'LastName') return 80
  if (name === 'DeveloperName' || name === 'Username' || name === 'SuppliedName') return 80
  return 255
}
