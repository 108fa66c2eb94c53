// Makes what runs in browsers: each entry one plain script that asks for nothing else, in dist/ where its source is.
import { mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const ENTRIES = ['mocks/stripe/browser/checkout.ts', 'mocks/stripe/browser/frame.ts', 'mocks/stripe/browser/stripe.ts']

for (const entry of ENTRIES) {
  const outDir = join(root, 'dist', dirname(entry))
  mkdirSync(outDir, { recursive: true })
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: join(root, entry),
        formats: ['iife'],
        name: 'standin',
        fileName: () => `${basename(entry, '.ts')}.js`,
      },
    },
  })
}
