// Makes a checkout ready to run: generates the descriptions and compiles, each only where something has changed.
// Runs by itself after `npm ci` (as `prepare`), and before start, test and demo, so `--ignore-scripts` does no harm.
// Imports nothing but node's own modules, since nothing else may be there yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const force = process.argv.includes('--build')
/** A lock this old belongs to a process that is gone, in milliseconds. */
const STALE_LOCK = 300_000

/** Folders whose TypeScript is compiled into dist/. */
const COMPILED = ['bin', 'src', 'mocks', 'contracts', 'bench', 'demo']
/** The inspector's page: Vite's, not the compiler's. */
const PAGE = at('src', 'inspector', 'page')
const DESCRIBED = ['contracts', 'mocks']

main()

function main() {
  // A published package is compiled already, and has no sources to compile.
  if (!existsSync(at('contracts', 'generate.ts'))) return
  if (!existsSync(at('node_modules', 'typescript'))) {
    if (!existsSync(at('dist', 'bin', 'standin.js'))) say('the development packages are missing: run npm ci')
    return
  }
  if (!force && generatedIsCurrent() && compiledIsCurrent() && inspectorIsCurrent()) return
  const unlock = lock()
  try {
    // Another process may have done it while this one waited.
    if (force || !generatedIsCurrent()) generate()
    if (force || !compiledIsCurrent()) compile()
    if (force || !inspectorIsCurrent()) buildInspector()
  } finally {
    unlock()
  }
}

function generatedStamp() {
  const sources = [at('node_modules', 'stripe', 'package.json'), at('package-lock.json')]
  return fingerprint([...filesOf(DESCRIBED, ['generated']), ...sources])
}

function generatedIsCurrent() {
  const folder = at('contracts', 'generated')
  const some = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.d.ts'))
  return some && read(join(folder, '.setup')) === generatedStamp()
}

function generate() {
  const stamp = generatedStamp()
  // It looks at contents, and so finds out quickly that nothing has changed where only times have.
  run('generating the descriptions', 'jiti', ['contracts/generate.ts'])
  write(at('contracts', 'generated', '.setup'), stamp)
}

function compiledStamp() {
  const folder = at('contracts', 'generated')
  const types = readdirSync(folder).filter((name) => name.endsWith('.d.ts'))
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'rolldown.config.ts'].map((name) =>
    at(name),
  )
  // Types by what is in them: generating again what was the same is no reason to compile.
  const contents = createHash('sha256')
  for (const name of types) contents.update(readFileSync(join(folder, name)))
  const sources = filesOf(COMPILED, ['generated']).filter((file) => !file.startsWith(PAGE))
  return `${fingerprint([...sources, ...settings])} ${contents.digest('hex')}`
}

function compiledIsCurrent() {
  return existsSync(at('dist', 'bin', 'standin.js')) && read(at('.standin', 'dist.stamp')) === compiledStamp()
}

function compile() {
  const stamp = compiledStamp()
  const options = ['--incremental', '--tsBuildInfoFile', '.standin/dist.tsbuildinfo']
  if (!existsSync(at('dist', 'bin', 'standin.js'))) rmSync(at('.standin', 'dist.tsbuildinfo'), { force: true })
  run('compiling', 'tsc', ['-p', 'tsconfig.build.json', ...options])
  removeOrphans()
  run('bundling the command', 'rolldown', ['--config', 'rolldown.config.ts'], true)
  write(at('.standin', 'dist.stamp'), stamp)
}

function inspectorStamp() {
  return fingerprint([...filesIn(PAGE), at('package-lock.json'), at('scripts', 'inspector.mjs')])
}

function inspectorIsCurrent() {
  const built = existsSync(at('dist', 'inspector', 'index.html'))
  return built && read(at('.standin', 'inspector.setup')) === inspectorStamp()
}

function buildInspector() {
  const stamp = inspectorStamp()
  // It looks at contents too, as the descriptions do.
  runProgram('building the inspector', process.execPath, [at('scripts', 'inspector.mjs')])
  write(at('.standin', 'inspector.setup'), stamp)
}

/** What was compiled from sources that are gone. */
function removeOrphans() {
  for (const file of filesIn(at('dist'))) {
    // Bundlers clear their own folders.
    if (file.startsWith(at('dist', 'bin')) || file.startsWith(at('dist', 'inspector'))) continue
    const source = relative(at('dist'), file).replace(/(?:\.d\.ts|\.js)$/, '.ts')
    if (source.endsWith('.ts') && !existsSync(at(source))) rmSync(file, { force: true })
  }
}

function run(what, program, args, quiet = false) {
  runProgram(what, at('node_modules', '.bin', program), args, { quiet, shell: process.platform === 'win32' })
}

function runProgram(what, program, args, { quiet = false, shell = false } = {}) {
  say(what)
  const started = Date.now()
  const { status, error, output } = spawnSync(program, args, {
    cwd: root,
    // Nothing on stdout: a command that runs after this may be read by a program. A bundler's is a list of files, of interest to nobody.
    stdio: quiet ? 'pipe' : ['ignore', 2, 2],
    shell,
  })
  if (error) throw error
  if (status !== 0) {
    for (const said of output ?? []) if (said) process.stderr.write(said)
    say(`${what} failed`)
    process.exit(status ?? 1)
  }
  say(`${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

function say(text) {
  process.stderr.write(`standin: ${text}\n`)
}

/** Of names, sizes and times of files: quick to take, and never the same after a change. */
function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const found = statSync(file, { throwIfNoEntry: false })
    hash.update(`${relative(root, file)} ${found?.size} ${found?.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesOf(folders, without = []) {
  const names = folders.filter((name) => existsSync(at(name)))
  return names.flatMap((name) => filesIn(at(name), without).filter((file) => file.endsWith('.ts')))
}

function filesIn(folder, without = []) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return [path]
    return without.includes(entry.name) ? [] : filesIn(path, without)
  })
}

/** One setup at a time: two would write the same files. */
function lock() {
  const folder = at('.standin', 'setup.lock')
  mkdirSync(dirname(folder), { recursive: true })
  for (let told = false; ; ) {
    try {
      mkdirSync(folder)
      writeFileSync(join(folder, 'pid'), String(process.pid))
      return () => rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isLeft(folder)) rmSync(folder, { recursive: true, force: true })
    else if (!told) {
      told = true
      say('waiting for another setup')
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
}

function isLeft(folder) {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) return false
  const age = Date.now() - found.mtimeMs
  const pid = Number(read(join(folder, 'pid')))
  if (age > STALE_LOCK) return true
  return age > 2000 && pid > 0 && !lives(pid)
}

function lives(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
