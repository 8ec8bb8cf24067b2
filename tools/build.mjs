// Builds the program into dist/: the same tree as JavaScript, which starts in half the time and memory that running the sources takes.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = path.join(ROOT, 'dist')
const ROOMS = ['bot', 'commands', 'documents', 'domain', 'locales', 'prisma', 'scheduler']
/** What the sources were when dist/ was built. */
const STATE = 'built-from.json'

/** Builds where a source was changed, added or removed since. Throws where the folder cannot be written. */
export async function buildWhereStale() {
  const files = sources()
  const state = JSON.stringify(stateOf(files))
  const known = path.join(DIST, STATE)
  if (existsSync(known) && readFileSync(known, 'utf8') === state) return
  // Beside it, and put in its place when whole: another process may be starting from it, or be building, too.
  const [fresh, old] = [`${DIST}-${process.pid}`, `${DIST}-${process.pid}-old`]
  await build(files, fresh)
  writeFileSync(path.join(fresh, STATE), state)
  if (existsSync(DIST)) renameSync(DIST, old)
  renameSync(fresh, DIST)
  rmSync(old, { recursive: true, force: true })
}

function sources() {
  const ofRoot = readdirSync(ROOT).filter((name) => /^[a-z-]+\.ts$|^package\.json$/.test(name))
  const ofRooms = ROOMS.flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
  )
  return [...ofRoot, ...ofRooms]
}

function stateOf(files) {
  const times = files.map((file) => statSync(path.join(ROOT, file)).mtimeMs)
  return { files: files.length, newest: Math.max(...times), node: process.versions.node }
}

async function build(files, folder) {
  const { build: bundle } = await import('esbuild')
  const programs = files.filter((file) => file.endsWith('.ts'))
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: programs,
    outdir: folder,
    outbase: '.',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    plugins: [{ name: 'keep the tree', setup: keepTree }],
  })
  // Worker threads begin with a file that loads the sources; here there is nothing to load them with, nor a need.
  for (const file of files.filter((one) => !one.endsWith('.ts'))) {
    const to = path.join(folder, file)
    mkdirSync(path.dirname(to), { recursive: true })
    if (file.endsWith('-worker.mjs')) writeFileSync(to, `import './${path.basename(file, '.mjs')}.js'\n`)
    else copyFileSync(path.join(ROOT, file), to)
  }
}

/** Every file stays its own, and every import one: only the endings change. */
function keepTree({ onResolve }) {
  onResolve({ filter: /./ }, ({ kind, path: name }) =>
    kind === 'entry-point' ? undefined : { path: name.replace(/^([.#].*)\.ts$/, '$1.js'), external: true },
  )
}
