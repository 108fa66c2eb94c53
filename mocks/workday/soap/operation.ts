import { type Input, reply } from '../../../src/engine/kit.js'
import { soapFault } from '../errors.js'
import { type ReadElements, readRoot } from './read.js'
import { bodyOf } from './root.js'
import { type SoapService, soapService } from './schema.js'
import { type Elements, envelope, writeRoot } from './write.js'
import { operationOf } from './wsdl.js'

/** Services answer to versions from here on; one that is newer than any that there was is refused. @unverified the last one */
const FIRST_VERSION = 17
const LAST_VERSION = 46

/** A request to a SOAP operation, read by its schema. */
export interface SoapRequest {
  readonly service: SoapService
  readonly request: ReadElements
  /** As the path has it: `v42.1`. */
  readonly version: string
}

/** @throws faults for a version that there is not, and for what does not fit the schema */
export function readSoap(
  serviceName: string,
  root: string,
  { params, body }: Pick<Input, 'params' | 'body'>,
): SoapRequest {
  const { version = '' } = params
  const [, major] = /^v(\d+)(?:\.\d+)?$/.exec(version) ?? []
  if (major === undefined || Number(major) < FIRST_VERSION || Number(major) > LAST_VERSION) {
    const text = 'The web service or version is invalid for the requested operation'
    throw soapFault('Client.validationError', text, { message: text })
  }
  const service = soapService(serviceName)
  return { service, request: readRoot(service, root, bodyOf(body)), version }
}

/** The answer to it. */
export function answerSoap({ service, version }: SoapRequest, root: string, content: Elements) {
  const text = envelope(writeRoot(service, operationOf(root).response, content, version))
  return reply({ body: text, contentType: 'text/xml;charset=UTF-8' })
}
