import { data, idOf, integration, make, query, type Row, refusedOf, slow, sobjects } from './error-table.js'

const PLAIN = { 'content-type': 'application/json' }
const limits = `${data}/limits`

/** Sessions, permissions of the whole org and its limits. */
const ofSessions: Readonly<Record<string, Row>> = {
  INVALID_SESSION_ID: {
    status: 401,
    code: 'INVALID_SESSION_ID',
    message: 'Session expired or invalid',
    act: async (acme) => {
      await acme.wait(3 * 3_600_000)
      return acme.send(limits)
    },
  },
  INVALID_AUTH_HEADER: {
    status: 401,
    code: 'INVALID_AUTH_HEADER',
    message: 'INVALID_HEADER_TYPE',
    act: (acme) => acme.send(limits, { token: null, headers: { authorization: 'Basic YTpi' } }),
  },
  'REQUEST_LIMIT_EXCEEDED TotalRequests': {
    status: 403,
    code: 'REQUEST_LIMIT_EXCEEDED',
    message: 'TotalRequests Limit exceeded.',
    settings: { limits: { DailyApiRequests: 1 } },
    limited: true,
    act: async (acme) => {
      await acme.send(limits)
      return acme.send(limits)
    },
  },
  'REQUEST_LIMIT_EXCEEDED ConcurrentRequests': {
    status: 403,
    code: 'REQUEST_LIMIT_EXCEEDED',
    message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
    settings: { longRunning: 50, limits: { ConcurrentApiRequests: 2 } },
    limited: true,
    act: (acme) => {
      slow(acme, 60)
      return refusedOf([acme.send(limits), acme.send(limits), acme.send(limits)])
    },
  },
  'REQUEST_LIMIT_EXCEEDED ConcurrentPerOrgLongTxn': {
    status: 403,
    code: 'REQUEST_LIMIT_EXCEEDED',
    message: 'ConcurrentPerOrgLongTxn Limit exceeded',
    settings: { longTransaction: 50, limits: { ConcurrentLongTransactions: 2 } },
    limited: true,
    act: (acme) => {
      slow(acme, 60)
      return refusedOf(['A', 'B', 'C'].map((Name) => make(acme, 'Account', { Name })))
    },
  },
  API_DISABLED_FOR_ORG: {
    status: 403,
    code: 'API_DISABLED_FOR_ORG',
    message: 'API is not enabled for this Organization or Partner',
    settings: { apiEnabled: false },
    act: (acme) => acme.send(limits),
  },
  API_CURRENTLY_DISABLED: {
    status: 403,
    code: 'API_CURRENTLY_DISABLED',
    message: 'API is disabled for this User',
    settings: {
      permissionSets: [{ id: 'No API', label: 'No API', kind: 'profile', apiEnabled: false, objects: {} }],
      users: [{ username: 'clerk@acme.test', profile: 'No API' }],
    },
    act: async (acme) => acme.send(limits, { token: await acme.login('clerk@acme.test') }),
  },
}

/** Records: who may, and whether they are there. */
const ofAccess: Readonly<Record<string, Row>> = {
  INSUFFICIENT_ACCESS_OR_READONLY: {
    status: 403,
    code: 'INSUFFICIENT_ACCESS_OR_READONLY',
    message: 'insufficient access rights on object id',
    act: async (acme) => {
      const id = await idOf(acme, 'Account', { Name: 'Mine' })
      return acme.send(`${sobjects}/Account/${id}`, { method: 'DELETE', token: await integration(acme) })
    },
  },
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: {
    status: 400,
    code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    message: /^insufficient access rights on cross-reference id: 701\w{12}$/,
    act: async (acme) => {
      const campaign = await idOf(acme, 'Campaign', { Name: 'Fair' })
      return make(acme, 'Task', { Subject: 'Call', WhatId: campaign }, await integration(acme))
    },
  },
  OPERATION_TOO_LARGE: {
    status: 403,
    code: 'OPERATION_TOO_LARGE',
    message: "exceeded 1 distinct who/what's",
    settings: { limits: { DistinctWhoWhat: 1 } },
    act: async (acme) => {
      const about = [await idOf(acme, 'Account', { Name: 'A' }), await idOf(acme, 'Account', { Name: 'B' })]
      for (const WhatId of about) await idOf(acme, 'Task', { Subject: 'Call', WhatId })
      return query(acme, 'SELECT Id FROM Task', { token: await integration(acme) })
    },
  },
  NOT_FOUND: {
    status: 404,
    code: 'NOT_FOUND',
    message: 'The requested resource does not exist',
    act: (acme) => acme.send(`${sobjects}/Nothing__c`),
  },
  'NOT_FOUND external id': {
    status: 404,
    code: 'NOT_FOUND',
    message: 'Provided external ID field does not exist or is not accessible: rid',
    act: (acme) => acme.send(`${sobjects}/Account/rid/1`, { method: 'PATCH', json: { Name: 'x' } }),
  },
  ENTITY_IS_DELETED: {
    status: 404,
    code: 'ENTITY_IS_DELETED',
    message: 'entity is deleted',
    act: async (acme) => {
      const id = await idOf(acme, 'Account', { Name: 'Gone' })
      await acme.send(`${sobjects}/Account/${id}`, { method: 'DELETE' })
      return acme.send(`${sobjects}/Account/${id}`)
    },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    message: /^HTTP Method 'PUT' not allowed. Allowed are DELETE,GET,HEAD,PATCH/,
    act: (acme) => acme.send(`${sobjects}/Account/0015f00000KxRpaAAF`, { method: 'PUT', json: {} }),
  },
}

/** What HTTP itself has a word for. */
const ofHttp: Readonly<Record<string, Row>> = {
  '409 another version': {
    status: 409,
    code: 'API_ERROR',
    message: /created with v59/,
    act: async (acme) => {
      const json = { operation: 'query', query: 'SELECT Id FROM Account' }
      const { id } = (await acme.send(`${data}/jobs/query`, { method: 'POST', json })).json
      await acme.wait(60_000)
      return acme.send(`/services/data/v58.0/jobs/query/${id}/results`)
    },
  },
  '410 a retired version': {
    status: 410,
    code: 'UNSUPPORTED_API_VERSION',
    message: /20\.0/,
    act: (acme) => acme.send('/services/data/v20.0/sobjects'),
  },
  '412 a precondition': {
    status: 412,
    code: 'PRECONDITION_FAILED',
    message: /precondition/,
    act: async (acme) => {
      const id = await idOf(acme, 'Account', { Name: 'A' })
      const headers = { 'if-unmodified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' }
      return acme.send(`${sobjects}/Account/${id}`, { method: 'PATCH', json: { Name: 'B' }, headers })
    },
  },
  '414 a long URI': {
    status: 414,
    code: 'URI_TOO_LONG',
    message: /16384/,
    act: (acme) => query(acme, `SELECT Id FROM Account WHERE Name = '${'x'.repeat(16_384)}'`),
  },
  '415 a media type': {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: /text\/plain/,
    act: (acme) =>
      acme.send(`${sobjects}/Account`, { method: 'POST', csv: 'Name: x', headers: { 'content-type': 'text/plain' } }),
  },
  '431 long headers': {
    status: 431,
    code: 'REQUEST_HEADER_FIELDS_TOO_LARGE',
    message: /16384/,
    act: (acme) => acme.send(limits, { headers: { cookie: 'x'.repeat(16_384) } }),
  },
  '503': {
    status: 503,
    code: 'SERVER_UNAVAILABLE',
    message: /unavailable/,
    act: (acme) => {
      acme.world.faults.add({ when: { vendor: 'salesforce' }, effect: { kind: 'status', status: 503 } })
      return acme.send(limits)
    },
  },
  '500': {
    status: 500,
    code: 'UNKNOWN_EXCEPTION',
    message: /./,
    act: (acme) => {
      acme.world.faults.add({ when: { vendor: 'salesforce' }, effect: { kind: 'status', status: 500 } })
      return acme.send(limits)
    },
  },
  JSON_PARSER_ERROR: {
    status: 400,
    code: 'JSON_PARSER_ERROR',
    message: "Unexpected character ('x' (code 120)) at [line:1, column:2]",
    act: (acme) => acme.send(`${sobjects}/Account`, { method: 'POST', csv: '{x}', headers: PLAIN }),
  },
}

/** What no request deserves here, since what it is about is not simulated: a fault brings it, by its status or its code. */
const byFault = (status: number, code: string, effect: { readonly status?: number; readonly code?: string }): Row => ({
  status,
  code,
  message: /./,
  act: (acme) => {
    acme.world.faults.add({ when: { vendor: 'salesforce' }, effect: { kind: 'status', ...effect } })
    return acme.send(limits)
  },
})

const ofFaults: Readonly<Record<string, Row>> = {
  TXN_SECURITY_NO_ACCESS: byFault(403, 'TXN_SECURITY_NO_ACCESS', { code: 'TXN_SECURITY_NO_ACCESS' }),
  '420': byFault(420, 'UNKNOWN_EXCEPTION', { status: 420 }),
  '428': byFault(428, 'UNKNOWN_EXCEPTION', { status: 428 }),
  '502': byFault(502, 'UNKNOWN_EXCEPTION', { status: 502 }),
}

export const rows = { ...ofSessions, ...ofAccess, ...ofHttp, ...ofFaults }
