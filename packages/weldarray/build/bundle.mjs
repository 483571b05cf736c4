// The JavaScript: one CommonJS bundle holding every internal package (so that all entries, ESM and CommonJS, share one heap
// and one team), and one ES module per worker.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { lib, manifest, packageOf, packageRoot, repoRoot, workers } from './paths.mjs'

const builtin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]))

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'linked',
  sourcesContent: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: repoRoot,
  plugins: [{ name: 'internal-packages', setup: bundleOnlyInternalPackages }],
}

/** `./x` and `@weldarray/x` are bundled; anything else stays an import of a real dependency. */
function bundleOnlyInternalPackages({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
    if (kind === 'entry-point' || path.startsWith('@weldarray/')) return undefined
    return { path, external: true }
  })
}

/** Fails when a bundle needs a package that `weldarray` does not depend on, or when the main one loads a package at import time. */
function checkExternals({ outputs }, { lazyOnly }) {
  for (const [file, { imports }] of Object.entries(outputs)) {
    for (const { path, kind, external } of imports) {
      if (!external || builtin.has(path)) continue
      if (!manifest.dependencies[packageOf(path)])
        throw new Error(`${file} imports ${path}, which is not a dependency of weldarray`)
      if (lazyOnly && kind !== 'dynamic-import')
        throw new Error(`${file} loads ${path} when imported; use import('${path}') or createRequire(import.meta.url)('${path}')`)
    }
  }
}

export async function bundleMain() {
  const contents = [
    `export * as api from './dist/index.js'`,
    `export { default as ops } from './dist/ops-entry.js'`,
    `export * as ir from './dist/ir-entry.js'`,
  ].join('\n')
  const result = await build({
    ...common,
    stdin: { contents, resolveDir: packageRoot, sourcefile: 'main.js' },
    outfile: join(lib, 'weldarray.cjs'),
    format: 'cjs',
    banner: { js: `const __weldarray_url = require('node:url').pathToFileURL(__filename).href;` },
    define: { 'import.meta.url': '__weldarray_url' },
  })
  checkExternals(result.metafile, { lazyOnly: true })
}

export async function bundleWorkers() {
  for (const [name, source] of Object.entries(workers)) {
    const result = await build({ ...common, entryPoints: [source], outfile: join(lib, `${name}.js`), format: 'esm' })
    checkExternals(result.metafile, { lazyOnly: false })
  }
}

/** Every `new URL('./x', import.meta.url)` of the main bundle must name a file that stands beside it. */
export function checkSiblings() {
  const file = join(lib, 'weldarray.cjs')
  const siblings = readFileSync(file, 'utf8').matchAll(/new URL\(["'](\.[^"']+)["'],\s*__weldarray_url\)/g)
  for (const [, path] of siblings) {
    const target = join(dirname(file), path)
    if (!existsSync(target) || !statSync(target).isFile())
      throw new Error(`the main bundle refers to ${path}, which the build does not make`)
  }
}
