// What stands beside the bundle and is required when it is needed: loops, kernels compiled ahead, the threads' scripts, Binaryen.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { build } from 'esbuild'
import { packedBinaryen } from './binaryen.mjs'
import { bundledPackages, bundleInto, common, dependencies } from './bundle.mjs'
import { copied, lib, packagesRoot, published, repoRoot } from './paths.mjs'

const require = createRequire(import.meta.url)

const writeData = (file, data) => writeFileSync(join(lib, file), `module.exports = ${JSON.stringify(data)}\n`)

/** CommonJS modules that are large and not always needed. */
export function copyLateModules() {
  for (const [path, source] of Object.entries(copied)) {
    mkdirSync(dirname(join(lib, path)), { recursive: true })
    copyFileSync(source, join(lib, path))
  }
}

/** A bundle as text; what it requires is Node's. */
async function textOf(entry, plugins = []) {
  const { metafile, outputFiles } = await build({ ...common, entryPoints: [entry], outdir: lib, write: false, plugins })
  return { text: outputFiles[0].text, packages: bundledPackages(metafile) }
}

/** The code generator, and what answers requests with it. Gives its text, and the packages that are in it. */
export async function writeCompilerThread() {
  const binaryen = {
    name: 'binaryen',
    setup({ onResolve }) {
      onResolve({ filter: /^binaryen$/ }, () => ({ path: join(published, 'binaryen.js') }))
    },
  }
  const { text, packages } = await textOf(join(published, 'compiler-thread.js'), [binaryen, dependencies])
  writeData('compiler-thread.cjs', text)
  const packed = await packedBinaryen()
  writeData('binaryen.cjs', packed)
  return { text: text + packed.script + packed.wasm, packages: [...packages, 'node_modules/binaryen'] }
}

/** Piscina, and the script of its threads: its own, and our task under the name it is asked for. */
export async function writePool() {
  const native = {
    name: 'native',
    setup: ({ onResolve }) => onResolve({ filter: /^@napi-rs/ }, ({ path }) => ({ path, external: true })),
  }
  const attend = await textOf(join(packagesRoot, 'runtime/dist/team/pool-worker.js'))
  const worker = await textOf(join(repoRoot, 'node_modules/piscina/dist/worker.js'), [native])
  writeData(
    'pool-thread.cjs',
    `const attend = ((module) => {\n${attend.text}\nreturn module.exports\n})({ exports: {} })\n` +
      `;((require) => {\n${worker.text}\n})((name) => (name === 'weldarray:attend' ? attend : require(name)))\n`,
  )
  const threads = {
    name: 'threads',
    setup({ onResolve }) {
      const starter = `${sep}piscina${sep}dist${sep}worker_pool${sep}index.js`
      onResolve({ filter: /^node:worker_threads$/ }, ({ importer }) =>
        importer.endsWith(starter) ? { path: join(published, 'piscina-threads.cjs') } : undefined,
      )
    },
  }
  const packages = await bundleInto('piscina.cjs', {
    entryPoints: [require.resolve('piscina')],
    define: { __dirname: '""' },
    plugins: [threads, native, dependencies],
  })
  return [...packages, ...worker.packages]
}

/** The kernels compiled ahead, for the code generator of the package. */
export function writePrebuilt(fingerprint) {
  const folder = join(packagesRoot, 'runtime/dist/compiler')
  for (const name of ['prebuilt', 'prebuilt-library']) {
    const { kernels } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    writeData(`${name}.cjs`, { fingerprint, kernels })
  }
}

/** The licenses of the bundled packages, which ask to go along with their code. */
export function writeLicenses(folders) {
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(repoRoot, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(repoRoot, folder)).find((entry) => /^licen[cs]e/i.test(entry))
    if (!file) throw new Error(`${name} has no license file, so it cannot be bundled`)
    return `${name} ${version} (${license})\n\n${readFileSync(join(repoRoot, folder, file), 'utf8').trim()}\n`
  })
  if (texts.length > 0) writeFileSync(join(lib, 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}
