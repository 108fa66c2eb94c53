import { join } from 'node:path'
import type { Description } from './document.js'
import { type PackageTarball, type SourcedVendor, sources } from './sources.js'
import { takeFiles } from './tarball.js'

/** How a vendor's description is made. */
interface Generator {
  /** Folder of the readers and overlays, inside contracts/. */
  folder: string
  /** Components typed whether or not an operation needs them. */
  typedSchemas: string[]
  /** False where types of answers would be too many: then only what is sent has types. Default true. */
  typedAnswers?: boolean
  convert: (root: string) => Description | Promise<Description>
  /** Further files, by what stands behind the vendor's name: `objects` is <vendor>-objects.json. */
  extras?: (root: string) => Record<string, unknown>
}

/** Names of the further files of a vendor, known without loading its generator. */
export const extraFiles: Partial<Record<SourcedVendor, readonly string[]>> = {
  salesforce: ['objects'],
  workday: ['access', 'soap'],
}

/** The generators, loaded when they are run: the compiler is slow to load. */
export const generators: Record<SourcedVendor, () => Promise<Generator>> = {
  stripe: async () => {
    const [{ convertStripe }, { typedSchemas }] = await Promise.all([
      import('./stripe/index.js'),
      import('./stripe/typed-schemas.js'),
    ])
    return {
      folder: 'stripe',
      typedSchemas,
      convert: (root) => convertStripe(join(root, 'node_modules', 'stripe')).description,
    }
  },
  salesforce: async () => {
    const [{ convertSalesforce }, { readCatalogue }] = await Promise.all([
      import('./salesforce/index.js'),
      import('./salesforce/catalogue/index.js'),
    ])
    return {
      folder: 'salesforce',
      typedSchemas: [],
      convert: () => convertSalesforce(),
      extras: (root) => {
        const folder = (name: string) => join(root, 'node_modules', name)
        return { objects: readCatalogue({ openApi: folder('@opensdks/sdk-salesforce'), jsforce: folder('jsforce') }) }
      },
    }
  },
  workday: async () => {
    const [{ convertWorkday, workdayAccess }, { soapFacts }] = await Promise.all([
      import('./workday/index.js'),
      import('./workday/soap-facts.js'),
    ])
    return {
      folder: 'workday',
      typedSchemas: [],
      convert: () => convertWorkday(),
      extras: () => ({ access: workdayAccess(), soap: soapFacts() }),
    }
  },
  mailchimp: async () => {
    const { convertMailchimp } = await import('./mailchimp/index.js')
    return {
      folder: 'mailchimp',
      typedSchemas: [],
      // Its answers hold one another whole, with every field: 160,000 lines of types. They are checked as they are made.
      typedAnswers: false,
      convert: async (root) => {
        const cache = join(root, 'contracts', 'generated', '.cache')
        const [tarball] = sources.mailchimp.filter((source): source is PackageTarball => source.kind === 'tarball')
        if (!tarball) throw new Error('contracts/sources.ts names no tarball for mailchimp')
        return convertMailchimp(await takeFiles(tarball, { root, cache }))
      },
    }
  },
}
