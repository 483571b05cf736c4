// The declarations: lib/types/ holds those of every internal package that the entries reach, with '@weldarray/*' turned into
// relative paths, in CommonJS format so that both kinds of entry can import them; the entries themselves are written here.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exportedTypes } from './exported-types.mjs'
import { entries, internalTypes, lib, manifest, packageOf, packageRoot, packagesRoot, repoRoot } from './paths.mjs'
import { declarationsBelow, withThrows } from './throws.mjs'

const types = join(lib, 'types')
const specifiers = /(\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"]+)\2/gm

/** packages/ir/dist/a/b.d.ts → lib/types/ir/a/b.d.ts, node_modules/x/index.d.ts → lib/types/bundled/x/index.d.ts */
function target(source) {
  const bundled = relative(join(repoRoot, 'node_modules'), source)
  if (!bundled.startsWith('..')) return join(types, 'bundled', bundled)
  const [name, dist, ...rest] = relative(packagesRoot, source).split(sep)
  if (dist !== 'dist') throw new Error(`declarations outside of a dist folder: ${source}`)
  return join(types, name, ...rest)
}

const declarationOf = (path) => path.replace(/\.js$/, '.d.ts')
const scriptOf = (path) => path.replace(/\.d\.ts$/, '.js')

function checkDependency(specifier, source) {
  if (isBuiltin(specifier))
    throw new Error(`${source} needs @types/node, which users need not have: keep it out of what the entries' types reach`)
  const name = packageOf(specifier)
  const typings = `@types/${name.replace(/^@/, '').replace('/', '__')}`
  if (manifest.dependencies[name] || manifest.dependencies[typings]) return
  throw new Error(`${source} needs the types of ${specifier}, and weldarray does not depend on ${name} or ${typings}`)
}

/** The file a specifier means inside the workspace, or undefined for one that stays as it is. */
function resolveDeclaration(specifier, source) {
  if (specifier.startsWith('.')) return declarationOf(join(dirname(source), specifier))
  const internal = internalTypes(specifier)
  if (internal) return internal
  checkDependency(specifier, source)
  return undefined
}

/**
 * The declarations of an ES module, which those of CommonJS cannot import before TypeScript 5.3, and which ours only mention.
 */
const mentioned = [[/^import type binaryen from 'binaryen';?$/m, 'declare namespace binaryen { type Module = unknown }']]

function copyTree(roots, declarations) {
  const seen = new Set(roots)
  for (const source of seen) {
    const from = dirname(target(source))
    const text = withThrows(
      mentioned
        .reduce((t, [found, instead]) => t.replace(found, instead), readFileSync(source, 'utf8'))
        .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
        .replace(specifiers, (whole, before, quote, specifier) => {
          const file = resolveDeclaration(specifier, source)
          if (!file) return whole
          seen.add(file)
          const path = scriptOf(relative(from, target(file)).split(sep).join('/'))
          return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`
        }),
      declarations.get(source),
    )
    mkdirSync(from, { recursive: true })
    writeFileSync(target(source), text)
  }
  writeFileSync(join(types, 'package.json'), '{ "type": "commonjs" }\n')
}

/** What `require` gives: `local` itself with every name of the namespace on it, and the namespace's types. */
function commonJsDeclaration(local, file, source, withNames) {
  const show = (path) => `./${scriptOf(relative(lib, target(path)).split(sep).join('/'))}`
  const aliases = exportedTypes(source, { resolve: resolveDeclaration, show }).map(
    ({ name, parameters, args }) => `  export type ${name}${parameters} = all.${name}${args}`,
  )
  return [
    `import { ${local} as self } from './types/entries.js'`,
    `import * as all from '${file}'`,
    `declare const ${local}: typeof self${withNames ? ` & Omit<typeof all, 'default'>` : ''}`,
    ...(aliases.length ? [`declare namespace ${local} {`, ...aliases, '}'] : []),
    `export = ${local}`,
    '',
  ].join('\n')
}

/** The default export is the function with every name of the namespace on it, and the types of `@types/ndarray`. */
function moduleDeclaration(local, file, source) {
  if (source === undefined)
    return `import { ${local} } from './types/entries.js'\nexport * from '${file}'\nexport default ${local}\n`
  const own = [...readFileSync(source, 'utf8').matchAll(/^ {4}(?:export )?type (\w+)(<[^=]*?(?: = [^>]*)?>)? =/gm)].map(
    ([, name, parameters = '']) => {
      const args = [...parameters.matchAll(/(\w+)(?: = [^,>]*)?[,>]/g)].map((m) => m[1])
      return `  export type ${name}${parameters} = self.${name}${args.length ? `<${args.join(', ')}>` : ''}`
    },
  )
  return [
    `import { ${local} as self } from './types/entries.js'`,
    `import * as all from '${file}'`,
    `export * from '${file}'`,
    `declare const ${local}: typeof self & Omit<typeof all, 'default'>`,
    `declare namespace ${local} {`,
    ...own,
    '}',
    `export default ${local}`,
    '',
  ].join('\n')
}

export async function writeTypes() {
  const source = (stem) => join(packageRoot, 'dist', `${stem}.d.ts`)
  const file = (stem) => `./types/weldarray/${stem}.js`
  const entry = (name) => import(pathToFileURL(join(packageRoot, `dist/${name}.js`)).href)
  const library = { np: await entry('index'), ir: await entry('ir-entry') }
  copyTree(
    entries.map((entry) => source(entry.source)),
    new Map([
      ...(await declarationsBelow(join(packageRoot, 'dist/numpy'), library)),
      ...(await declarationsBelow(join(packageRoot, 'dist/array'), library)),
      ...(await declarationsBelow(join(packageRoot, 'dist/ir'), library)),
    ]),
  )
  const write = (name, text) => writeFileSync(join(lib, name), text)
  write(
    'types/entries.d.ts',
    `/// <reference lib="esnext.disposable" />\nexport { default as ndarray } from './weldarray/index.js'\nexport { default as ops } from './weldarray/ops-entry.js'\n`,
  )
  write('index.d.mts', moduleDeclaration('ndarray', file('index'), source('array/ctor')))
  write('index.d.cts', commonJsDeclaration('ndarray', file('index'), source('index'), true))
  write('ops.d.mts', moduleDeclaration('ops', file('ops-entry')))
  write('ops.d.cts', commonJsDeclaration('ops', file('ops-entry'), source('ops-entry'), false))
  for (const extension of ['mts', 'cts']) write(`ir.d.${extension}`, `export * from '${file('ir-entry')}'\n`)
}
