// Builds the inspector's page into dist/inspector: one HTML file, one script, one style sheet. Skipped when nothing has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const page = join(root, 'src', 'inspector', 'page')
const out = join(root, 'dist', 'inspector')
const stampFile = join(root, '.standin', 'inspector.stamp')

const stamp = contentsOf([join(root, 'package-lock.json'), fileURLToPath(import.meta.url), ...filesIn(page)])
if (!existsSync(join(out, 'index.html')) || readStamp() !== stamp) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: page,
    base: '/inspector/',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      // Nothing inline: the page's policy allows files of its own and nothing else.
      assetsInlineLimit: 0,
      modulePreload: false,
    },
  })
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
}

/** Of names and contents: a checkout gives every file another time. */
function contentsOf(files) {
  const hash = createHash('sha256')
  for (const file of files) if (existsSync(file)) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
}
