import { escapeMarkup } from '../../../src/engine/kit.js'
import { isScalar, type SoapField, type SoapService, type SoapType } from './schema.js'

const BSVC = 'urn:com.workday/bsvc'

const XSD: Readonly<Record<string, string>> = { base64: 'base64Binary' }

/** How an operation is called, by the root element of its request; others are called as their request without its ending. */
const OPERATIONS: Readonly<Record<string, { readonly name: string; readonly response: string }>> = {
  Server_Timestamp_Get: { name: 'Get_Server_Timestamp', response: 'Server_Timestamp' },
  Hire_Employee_Request: { name: 'Hire_Employee', response: 'Hire_Employee_Event_Response' },
  Terminate_Employee_Request: { name: 'Terminate_Employee', response: 'Terminate_Employee_Event_Response' },
  Maintain_Contact_Information_for_Person_Event_Request: {
    name: 'Maintain_Contact_Information',
    response: 'Maintain_Contact_Information_for_Person_Event_Response',
  },
}

/** The name of an operation and the root element of its answer. */
export function operationOf(request: string): { readonly name: string; readonly response: string } {
  const name = request.replace(/_Request$/, '')
  return OPERATIONS[request] ?? { name, response: `${name}_Response` }
}

/** The WSDL of a service at an address, document/literal and without soapAction, as the vendor's are. Made from our own facts. */
export function wsdlOf(service: SoapService, address: string, requests: readonly string[]): string {
  const port = `${service.service}Port`
  const operations = requests.map((request) => ({ request, ...operationOf(request) }))
  const messages = [...new Set(operations.flatMap(({ request, response }) => [request, response]))]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soapbind="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:wd="${BSVC}" xmlns:wd-wsdl="${BSVC}/${service.service}" name="${service.service}" targetNamespace="${BSVC}/${service.service}">`,
    `<wsdl:types>${schemaOf(service)}</wsdl:types>`,
    ...messages.map(
      (name) => `<wsdl:message name="${name}Msg"><wsdl:part name="body" element="wd:${name}"/></wsdl:message>`,
    ),
    `<wsdl:portType name="${port}">`,
    ...operations.map(
      ({ name, request, response }) =>
        `<wsdl:operation name="${name}"><wsdl:input message="wd-wsdl:${request}Msg"/><wsdl:output message="wd-wsdl:${response}Msg"/></wsdl:operation>`,
    ),
    '</wsdl:portType>',
    `<wsdl:binding name="${service.service}Binding" type="wd-wsdl:${port}"><soapbind:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>`,
    ...operations.map(
      ({ name }) =>
        `<wsdl:operation name="${name}"><soapbind:operation style="document"/><wsdl:input><soapbind:body use="literal"/></wsdl:input><wsdl:output><soapbind:body use="literal"/></wsdl:output></wsdl:operation>`,
    ),
    '</wsdl:binding>',
    `<wsdl:service name="${service.service}Service"><wsdl:port name="${service.service}" binding="wd-wsdl:${service.service}Binding"><soapbind:address location="${escapeMarkup(address)}"/></wsdl:port></wsdl:service>`,
    '</wsdl:definitions>',
  ].join('\n')
}

/** The XML Schema of a service: what an answer is checked against. */
export function schemaOf(service: SoapService): string {
  return [
    `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:wd="${BSVC}" elementFormDefault="qualified" attributeFormDefault="qualified" targetNamespace="${BSVC}">`,
    '<xsd:attribute name="version" type="xsd:string"/>',
    ...Object.entries(service.elements).map(([name, type]) => `<xsd:element name="${name}" type="wd:${type}"/>`),
    ...Object.entries(service.types).flatMap(([name, type]) => typeXml(name, type)),
    '</xsd:schema>',
  ].join('\n')
}

function typeXml(name: string, type: SoapType): string[] {
  if (type.idTypes) return referenceXml(name)
  const attributes = type.attributes.map((each) =>
    each === 'version' ? '<xsd:attribute ref="wd:version"/>' : `<xsd:attribute name="${each}" type="xsd:string"/>`,
  )
  if (type.text) {
    const extension = `<xsd:extension base="xsd:string">${attributes.join('')}</xsd:extension>`
    return [`<xsd:complexType name="${name}"><xsd:simpleContent>${extension}</xsd:simpleContent></xsd:complexType>`]
  }
  const plain = type.fields.filter(({ choice }) => !choice).map(fieldXml)
  const chosen = type.fields.filter(({ choice }) => choice).map(fieldXml)
  const choice =
    chosen.length === 0 ? '' : `<xsd:choice minOccurs="0" maxOccurs="unbounded">${chosen.join('')}</xsd:choice>`
  return [
    `<xsd:complexType name="${name}"><xsd:sequence>${choice}${plain.join('')}</xsd:sequence>${attributes.join('')}</xsd:complexType>`,
  ]
}

function referenceXml(name: string): string[] {
  const id = `${name.replace(/Type$/, '')}IDType`
  return [
    `<xsd:complexType name="${id}"><xsd:simpleContent><xsd:extension base="xsd:string"><xsd:attribute name="type" type="xsd:string" use="required"/></xsd:extension></xsd:simpleContent></xsd:complexType>`,
    `<xsd:complexType name="${name}"><xsd:sequence><xsd:element name="ID" type="wd:${id}" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence><xsd:attribute name="Descriptor" type="xsd:string"/></xsd:complexType>`,
  ]
}

function fieldXml({ name, type, occurs }: SoapField): string {
  const of = isScalar(type) ? `xsd:${XSD[type] ?? type}` : `wd:${type}`
  const min = occurs === '?' || occurs === '*' ? ' minOccurs="0"' : ''
  const max = occurs === '*' || occurs === '+' ? ' maxOccurs="unbounded"' : ''
  return `<xsd:element name="${name}" type="${of}"${min}${max}/>`
}
