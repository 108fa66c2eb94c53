const KB = 1024
const MB = 1024 * KB

/** What a file of each purpose may be: bytes at most, and the ends of its name. */
interface Purpose {
  readonly most: number
  readonly types: readonly string[]
  /** Whether a file link may show it to people. */
  readonly linked: boolean
}

const DOCUMENT = ['pdf', 'jpg', 'jpeg', 'png']
const PICTURE = ['jpg', 'jpeg', 'png', 'gif']

/** @source the file links of stripe-node 23.1.0 for what may be linked; https://docs.stripe.com/file-upload (read 2026-11) @unverified sizes and types */
export const PURPOSES: Readonly<Record<string, Purpose>> = {
  account_requirement: { most: 10 * MB, types: DOCUMENT, linked: false },
  additional_verification: { most: 10 * MB, types: DOCUMENT, linked: false },
  business_icon: { most: 512 * KB, types: PICTURE, linked: true },
  business_logo: { most: 512 * KB, types: PICTURE, linked: true },
  customer_signature: { most: 4 * MB, types: DOCUMENT, linked: true },
  dispute_evidence: { most: 5 * MB, types: DOCUMENT, linked: true },
  identity_document: { most: 16 * MB, types: DOCUMENT, linked: false },
  issuing_regulatory_reporting: { most: 10 * MB, types: DOCUMENT, linked: true },
  pci_document: { most: 16 * MB, types: ['pdf'], linked: true },
  platform_terms_of_service: { most: 16 * MB, types: DOCUMENT, linked: false },
  tax_document_user_upload: { most: 16 * MB, types: [...DOCUMENT, 'csv', 'xlsx', 'docx', 'xls'], linked: true },
  terminal_android_apk: { most: 25 * MB, types: ['apk'], linked: true },
  terminal_reader_splashscreen: { most: 2 * MB, types: PICTURE, linked: true },
  terminal_wifi_certificate: { most: MB, types: ['pem', 'crt', 'cer'], linked: false },
  terminal_wifi_private_key: { most: MB, types: ['pem', 'key'], linked: false },
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
}

/** The type of a file as Stripe writes it: the end of its name, `jpg` for `jpeg`. */
export function typeOf(filename: string): string {
  const end = /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? ''
  return end === 'jpeg' ? 'jpg' : end
}

export function contentTypeOf(type: string | null): string {
  return CONTENT_TYPES[type ?? ''] ?? 'application/octet-stream'
}
