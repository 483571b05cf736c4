// The JavaScript: one CommonJS bundle holding every internal package (so that all entries, ESM and CommonJS, share one heap
// and one pool of threads).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, sep } from 'node:path'
import { build } from 'esbuild'
import { bundleBeside, mainText, partsBeside, partText } from './apart.mjs'
import { partFile, partNames } from './parts.mjs'
import {
  internalDependencies,
  lateModules,
  lib,
  manifest,
  packageOf,
  packageRoot,
  packagesRoot,
  published,
  repoRoot,
} from './paths.mjs'

/** What the bundle may require by a path. */
const beside = new Set([...lateModules, ...partNames.map(partFile)])

/** Packages that only the command and the inspector need. */
const bundledTools = new Set(Object.keys(manifest.devDependencies))

export const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: repoRoot,
}

/**
 * What weldarray depends on stays an import, and so do the modules beside the bundle. The internal packages are bundled, and so are
 * dependencies that only they name.
 */
export const dependencies = {
  name: 'dependencies',
  setup({ onResolve }) {
    const fromDependency = (importer) => importer.includes(`${sep}node_modules${sep}`)
    onResolve({ filter: /^\.\/.*\.cjs$/ }, ({ path }) => (beside.has(path.slice(2)) ? { path, external: true } : undefined))
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point' || path.startsWith('@weldarray/')) return undefined
      const name = packageOf(path)
      if (isBuiltin(path) || manifest.dependencies[name]) return { path, external: true }
      if (internalDependencies.has(name) || fromDependency(importer) || bundledTools.has(name)) return undefined
      return { errors: [{ text: `${name} is no dependency of weldarray, nor of an internal package` }] }
    })
  },
}

/** The other version of what the sources find beside themselves. */
const assets = {
  name: 'assets',
  setup({ onResolve }) {
    onResolve({ filter: /\/assets\/assets\.js$/ }, () => ({ path: join(published, 'assets.js') }))
    onResolve({ filter: /^\.\/drawing\.js$/ }, () => ({ path: join(published, 'drawing.js') }))
  },
}

/** Modules that require in the way ES modules do it: in the bundle, that is CommonJS's own `require`, which other bundlers know. */
const requires = {
  name: 'requires',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]dist[/\\].*\.js$/ }, ({ path }) => {
      if (!path.startsWith(packagesRoot)) return undefined
      const text = readFileSync(path, 'utf8')
      const made = /^const require = createRequire\(import\.meta\.url\);$/m
      return made.test(text) ? { contents: text.replace(made, ''), loader: 'js' } : undefined
    })
  },
}

/**
 * Node's own modules without `require`: in an ES module, which bundlers may make of this, there is none.
 */
const withoutRequire = (text) => whenUsed(text).replace(/\brequire\(("node:[\w/]+")\)/g, 'process.getBuiltinModule($1)')

/** Node's own modules when they are used: threads, streams and cryptography take milliseconds of what an import may take. */
function whenUsed(text) {
  const names = []
  const without = text.replace(/^var (import_\w+) = (require\("node:[\w/]+"\));$/gm, (_, name, required) => {
    names.push(name)
    return `var ${name} = () => ${required};`
  })
  return names.reduce((made, name) => made.replace(new RegExp(`(?<![\\w$])${name}\\.`, 'g'), `(${name}()).`), without)
}

/** What only tools need is in none of what programs import. */
function checkApart({ inputs }) {
  for (const input of Object.keys(inputs))
    for (const name of bundledTools)
      if (input.includes(`node_modules/${name}/`)) throw new Error(`importing weldarray loads ${name}, which only tools need`)
}

function checkLazy({ outputs }) {
  for (const { imports } of Object.values(outputs))
    for (const { path, kind, external } of imports)
      if (external && !isBuiltin(path) && kind !== 'dynamic-import' && kind !== 'require-call')
        throw new Error(`importing weldarray loads ${path}: use await import('${path}'), or require('${path}') in a function`)
}

/** What is required by a relative path must stand beside the bundle, and what stands there must be required. */
export function checkSiblings() {
  const texts = ['weldarray.cjs', 'piscina.cjs', ...partNames.map(partFile)].map((file) => readFileSync(join(lib, file), 'utf8'))
  const required = new Set(texts.flatMap((text) => [...text.matchAll(/\brequire\("\.\/([^"]+)"\)/g)]).map(([, path]) => path))
  for (const path of required)
    if (!existsSync(join(lib, path))) throw new Error(`the bundle requires ./${path}, which the build does not make`)
  for (const path of beside) if (!required.has(path)) throw new Error(`${path} stands beside the bundle, and nothing requires it`)
}

/** Nothing may depend on where the bundle is, nor be required by a name that a bundler does not see. */
function checkBundled(text) {
  for (const word of ['createRequire', 'import.meta.url', 'import_meta', '__filename', '__dirname', 'require("node:'])
    if (text.includes(word)) throw new Error(`the bundle uses ${word}, which programs that are bundled once more cannot`)
}

/** Bundles into a file of the package that other bundlers can take along. */
export async function bundleInto(file, { check, ...options }) {
  const outfile = join(lib, file)
  const { metafile } = await build({ ...common, outfile, ...options })
  checkLazy(metafile)
  check?.(metafile)
  const text = withoutRequire(readFileSync(outfile, 'utf8'))
  checkBundled(text)
  writeFileSync(outfile, text)
  return bundledPackages(metafile)
}

export async function bundleMain(fingerprint) {
  return bundleInto('weldarray.cjs', {
    check: checkApart,
    sourcemap: 'linked',
    stdin: { contents: await mainText(), resolveDir: packageRoot, sourcefile: 'main.js' },
    define: { WELDARRAY_FINGERPRINT: JSON.stringify(fingerprint) },
    plugins: [partsBeside, assets, dependencies, requires],
  })
}

/** A part: a function that makes it of what the bundle gives. */
export async function bundlePart(part) {
  return bundleInto(partFile(part), {
    sourcemap: 'linked',
    stdin: { contents: partText(part), resolveDir: packageRoot, sourcefile: `${part}.js` },
    banner: { js: `'use strict'\nmodule.exports = ((bundle) => {\nconst module = { exports: {} }` },
    footer: { js: 'return module.exports\n})' },
    plugins: [bundleBeside(part), assets, dependencies, requires],
  })
}

/** The path, relative to the repository, of the folder of each package from node_modules that went into a bundle. */
export function bundledPackages({ inputs }) {
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/
  return Object.keys(inputs).flatMap((input) => folder.exec(input)?.[0] ?? [])
}
