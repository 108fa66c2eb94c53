interface GlossaryEntry {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** Its body has no `type`. */
  readonly untyped?: boolean
}

/**
 * Marketing's errors by name, as `X-Trigger-Error` takes it. A detail with the address in it is given where it is thrown.
 * @source facts A1, error table (read 2026-11-23)
 */
const entries = {
  BadRequest: { status: 400, title: 'Bad Request', detail: 'Your request could not be processed.' },
  InvalidAction: {
    status: 400,
    title: 'Invalid Action',
    detail: 'The action requested was not valid for this resource.',
  },
  InvalidResource: {
    status: 400,
    title: 'Invalid Resource',
    detail: "The resource submitted could not be validated. For field-specific details, see the 'errors' array.",
  },
  JSONParseError: {
    status: 400,
    title: 'JSON Parse Exception',
    detail: 'We encountered an unspecified JSON parsing error.',
  },
  MemberExists: {
    status: 400,
    title: 'Member Exists',
    detail: 'The email is already a list member. Use PUT to insert or update list members.',
    untyped: true,
  },
  MemberInComplianceState: {
    status: 400,
    title: 'Member In Compliance State',
    detail:
      'The email is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed.',
    untyped: true,
  },
  ForgottenEmailNotSubscribed: {
    status: 400,
    title: 'Forgotten Email Not Subscribed',
    detail:
      'The email was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list.',
    untyped: true,
  },
  APIKeyMissing: { status: 401, title: 'API Key Missing', detail: 'Your request did not include an API key.' },
  APIKeyInvalid: {
    status: 401,
    title: 'API Key Invalid',
    detail: "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
  },
  Forbidden: { status: 403, title: 'Forbidden', detail: 'You are not permitted to access this resource.' },
  UserDisabled: { status: 403, title: 'User Disabled', detail: 'This account has been disabled.' },
  WrongDatacenter: {
    status: 403,
    title: 'Wrong Datacenter',
    detail: 'The API key provided is linked to a different data center.',
  },
  ResourceNotFound: {
    status: 404,
    title: 'Resource Not Found',
    detail: 'The requested resource could not be found.',
  },
  MethodNotAllowed: {
    status: 405,
    title: 'Method Not Allowed',
    detail:
      "The requested method and resource are not compatible. See the Allow header for this resource's available methods.",
  },
  ResourceNestingTooDeep: {
    status: 414,
    title: 'Resource Nesting Too Deep',
    detail: 'The sub-resource requested is nested too deeply.',
  },
  InvalidMethodOverride: {
    status: 422,
    title: 'Invalid Method Override',
    detail: 'You can only use the X-HTTP-Method-Override header with the POST method.',
  },
  RequestedFieldsInvalid: {
    status: 422,
    title: 'Requested Fields Invalid',
    detail: 'The fields requested from this resource are invalid.',
  },
  HTTPSRequired: {
    status: 426,
    title: 'Upgrade Required',
    detail: 'Your request was made with the HTTP protocol. Please make your request via HTTPS rather than HTTP.',
  },
  TooManyRequests: {
    status: 429,
    title: 'Too Many Requests',
    detail: 'You have exceeded the limit of 10 simultaneous connections.',
  },
  InternalServerError: {
    status: 500,
    title: 'Internal Server Error',
    detail: 'A deep, internal error has occurred during the processing of your request. Please contact support.',
  },
  ComplianceRelated: { status: 503, title: 'Compliance Related', detail: 'This method has been disabled.' },
  NotSimulated: { status: 501, title: 'Not Simulated', detail: 'Standin does not simulate this.' },
} as const satisfies Record<string, GlossaryEntry>

export type ProblemName = keyof typeof entries

export const glossary: Readonly<Record<ProblemName, GlossaryEntry>> = entries

/** The name that X-Trigger-Error gives, in any case; undefined for one that there is not. */
export function problemNamed(text: string): ProblemName | undefined {
  const names = Object.keys(entries) as ProblemName[]
  return names.find((name) => name !== 'NotSimulated' && name.toLowerCase() === text.toLowerCase())
}
