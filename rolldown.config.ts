import { defineConfig } from 'rolldown'

/**
 * The command as a few files: a start reads some fifty in the place of several hundred, which takes half the time. Packages stay
 * outside. The library is compiled file by file (tsconfig.build.json), since who imports it wants its types and its layout.
 */
export default defineConfig({
  input: { standin: 'bin/standin.ts' },
  platform: 'node',
  logLevel: 'warn',
  external: /^[^./]/,
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  output: {
    dir: 'dist/bin',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
})
