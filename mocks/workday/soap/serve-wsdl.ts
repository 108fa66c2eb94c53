import { type Behaviour, reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { notFound } from '../errors.js'
import { soapService } from './schema.js'
import { wsdlOf } from './wsdl.js'

/** The WSDL of a service, with the address that it was asked for at. @throws 404 for a GET that asks for something else @source facts B1 (read 2026-11-23) */
function serve(service: string, call: { readonly origin: string }, tenant: string, version: string, wanted: boolean) {
  if (!wanted) throw notFound()
  const described = soapService(service)
  const requests = Object.keys(described.elements).filter(
    (name) => name.endsWith('_Request') || name === 'Server_Timestamp_Get',
  )
  const address = `${call.origin}/ccx/service/${tenant}/${service}/${version}`
  return reply({ body: wsdlOf(described, address, requests), contentType: 'text/xml;charset=UTF-8' })
}

const humanResources = behaviour('GET /ccx/service/{tenant}/Human_Resources/{version}', ({ params, query, call }) =>
  serve('Human_Resources', call, params.tenant, params.version, query.wsdl !== undefined),
)

const staffing = behaviour('GET /ccx/service/{tenant}/Staffing/{version}', ({ params, query, call }) =>
  serve('Staffing', call, params.tenant, params.version, query.wsdl !== undefined),
)

export const wsdlBehaviours: readonly Behaviour[] = [humanResources, staffing]
