import type { VendorError } from '../../../src/engine/kit.js'
import { escapeMarkup } from '../../../src/engine/kit.js'

const PREFIXES = 'xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wd="urn:com.workday/bsvc"'

/** A fault as Workday writes it. Authentication errors have no detail. @source facts B4 (read 2026-11-23) */
export function faultXml(error: VendorError): string {
  const code = error.code ?? 'Server.processingError'
  const detail = error.fields.detail as { message: string; xpath?: string } | undefined
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault ${PREFIXES}>`,
    `<faultcode>SOAP-ENV:${code}</faultcode><faultstring>${escapeMarkup(error.message)}</faultstring>`,
    detail ? `<detail>${detailXml(code, detail)}</detail>` : '',
    '</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>',
  ].join('')
}

function detailXml(code: string, { message, xpath }: { message: string; xpath?: string }): string {
  const text = escapeMarkup(message)
  if (!code.includes('validation')) {
    return `<wd:Processing_Fault><wd:Detail_Message>${text}</wd:Detail_Message></wd:Processing_Fault>`
  }
  const path = xpath === undefined ? '' : `<wd:Xpath>${escapeMarkup(xpath)}</wd:Xpath>`
  const error = `<wd:Message>${text}</wd:Message><wd:Detail_Message>${text}</wd:Detail_Message>${path}`
  return `<wd:Validation_Fault><wd:Validation_Error>${error}</wd:Validation_Error></wd:Validation_Fault>`
}
