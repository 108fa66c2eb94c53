import { defineConfig } from 'rolldown'

const resolve = { extensionAlias: { '.js': ['.ts', '.js'] } }

/**
 * The command as a few files: a start reads some fifty in the place of several hundred, which takes half the time. Packages stay
 * outside. The library is compiled file by file (tsconfig.build.json), since who imports it wants its types and its layout.
 */
const command = defineConfig({
  input: { standin: 'bin/standin.ts' },
  platform: 'node',
  logLevel: 'warn',
  external: /^[^./]/,
  resolve,
  output: {
    dir: 'dist/bin',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
})

/** What stand-ins send to browsers: each one plain script that asks for no other, in dist/ where its source is. */
const scripts = ['checkout', 'frame', 'stripe'].map((name) =>
  defineConfig({
    input: { [name]: `mocks/stripe/browser/${name}.ts` },
    platform: 'browser',
    logLevel: 'warn',
    resolve,
    output: { dir: 'dist/mocks/stripe/browser', format: 'iife', entryFileNames: '[name].js' },
  }),
)

export default defineConfig([command, ...scripts])
