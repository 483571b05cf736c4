// The JavaScript: one CommonJS bundle holding every internal package (so that all entries, ESM and CommonJS, share one heap
// and one team), and one file per worker.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { build } from 'esbuild'
import { internalDependencies, lateModules, lib, manifest, packageOf, packageRoot, repoRoot, workers } from './paths.mjs'

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'linked',
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: repoRoot,
  plugins: [{ name: 'dependencies', setup: decideDependencies }],
}

/**
 * What weldarray depends on stays an import. The internal packages are bundled, and so are dependencies that only they name:
 * small modules not worth an install.
 */
function decideDependencies({ onResolve }) {
  const fromDependency = (importer) => importer.includes(`${sep}node_modules${sep}`)
  onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
    if (kind === 'entry-point' || path.startsWith('@weldarray/')) return undefined
    const name = packageOf(path)
    if (isBuiltin(path) || manifest.dependencies[name]) return { path, external: true }
    if (internalDependencies.has(name) || fromDependency(importer)) return undefined
    return { errors: [{ text: `${name} is no dependency of weldarray, nor of an internal package` }] }
  })
}

function checkLazy({ outputs }) {
  for (const { imports } of Object.values(outputs))
    for (const { path, kind, external } of imports)
      if (external && !isBuiltin(path) && kind !== 'dynamic-import')
        throw new Error(
          `importing weldarray loads ${path}: use await import('${path}') or createRequire(import.meta.url)('${path}')`,
        )
}

/** The path, relative to the repository, of the folder of each package from node_modules that went into a bundle. */
function bundledPackages({ inputs }) {
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/
  return Object.keys(inputs).flatMap((input) => folder.exec(input)?.[0] ?? [])
}

export async function bundleMain() {
  const contents = [
    `export * as api from './dist/index.js'`,
    `export { default as ops } from './dist/ops-entry.js'`,
    `export * as ir from './dist/ir-entry.js'`,
  ].join('\n')
  const { metafile } = await build({
    ...common,
    stdin: { contents, resolveDir: packageRoot, sourcefile: 'main.js' },
    outfile: join(lib, 'weldarray.cjs'),
    format: 'cjs',
    banner: { js: `const __weldarray_url = require('node:url').pathToFileURL(__filename).href;` },
    define: { 'import.meta.url': '__weldarray_url' },
  })
  checkLazy(metafile)
  return bundledPackages(metafile)
}

/**
 * The workers are small: what they load beyond that (the code generator, and with it Binaryen) is a file of its own, so that
 * a thread can say that it runs before it loads. The hash in its name makes that file part of what the script says.
 */
export async function bundleWorkers() {
  const results = Object.entries(workers).map(async ([name, source]) => {
    const commonJs = name.endsWith('.cjs')
    const { metafile } = await build({
      ...common,
      entryPoints: [{ in: source, out: name.replace(/\.c?js$/, '') }],
      outdir: lib,
      outExtension: { '.js': commonJs ? '.cjs' : '.js' },
      format: commonJs ? 'cjs' : 'esm',
      splitting: !commonJs,
      chunkNames: 'codegen-[hash]',
    })
    return bundledPackages(metafile)
  })
  return (await Promise.all(results)).flat()
}

/** CommonJS modules that are large and not always needed: they stay files of their own, required when they are. */
export function copyLateModules() {
  for (const [path, source] of Object.entries(lateModules)) {
    mkdirSync(dirname(join(lib, path)), { recursive: true })
    copyFileSync(source, join(lib, path))
  }
}

/** What the main bundle refers to by a relative path (threads' scripts, late modules, data) must stand beside it. */
export function checkSiblings() {
  const file = join(lib, 'weldarray.cjs')
  const text = readFileSync(file, 'utf8')
  const references = [
    ...text.matchAll(/new URL\(["'](\.[^"']+)["'],\s*__weldarray_url\)/g),
    ...text.matchAll(/createRequire\d*\)?\(__weldarray_url\)\(["'](\.[^"']+)["']\)/g),
  ]
  for (const [, path] of references) {
    const sibling = join(dirname(file), path)
    if (!existsSync(sibling) || !statSync(sibling).isFile())
      throw new Error(`the main bundle refers to ${path}, which the build does not make`)
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
