// Where the build reads from and writes to, and how `@weldarray/*` names map to files.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)))
export const packagesRoot = dirname(packageRoot)
export const repoRoot = dirname(packagesRoot)
export const lib = join(packageRoot, 'lib')

/** What takes the place of other modules in the published package. */
export const published = join(packageRoot, 'build/published')

/** Modules that are copied, by their path beside the main bundle. */
export const copied = Object.fromEntries(
  Object.entries({
    loops: join(packagesRoot, 'runtime/dist/generated/loops'),
    kernels: join(packageRoot, 'dist/ops/kernels'),
    views: join(packageRoot, 'dist/array/views'),
  }).flatMap(([name, folder]) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.cjs'))
      .map((file) => [`${name}/${file}`, join(folder, file)]),
  ),
)

/** Modules that the bundle requires when it needs them, by their path beside it. (`beside.mjs` makes those that are not copied.) */
export const lateModules = new Set([
  ...Object.keys(copied),
  ...['prebuilt', 'prebuilt-library', 'compiler-thread', 'binaryen', 'piscina', 'pool-thread', 'inspector'].map(
    (name) => `${name}.cjs`,
  ),
])

/** The public entries: `name` is the file stem in lib/, `source` the stem in dist/. */
export const entries = [
  { name: 'index', source: 'index' },
  { name: 'ops', source: 'ops-entry' },
  { name: 'ir', source: 'ir-entry' },
]

const manifestOf = (name) => JSON.parse(readFileSync(join(packagesRoot, name, 'package.json'), 'utf8'))

/** The manifest of the published package. */
export const manifest = manifestOf('weldarray')

/** Dependencies of the packages that are bundled. */
export const internalDependencies = new Set(
  ['ir', 'optimizer', 'codegen', 'runtime'].flatMap((name) => Object.keys(manifestOf(name).dependencies ?? {})),
)

const exportMaps = new Map()

/** The declarations of a package that is bundled, so that its users do not have it. */
function bundledTypes(name) {
  if (!internalDependencies.has(name) || manifest.dependencies[name]) return undefined
  const { types, typings } = JSON.parse(readFileSync(join(repoRoot, 'node_modules', name, 'package.json'), 'utf8'))
  return join(repoRoot, 'node_modules', name, types ?? typings)
}

/** '@weldarray/ir' or '@weldarray/codegen/compile' → the path of its declarations; undefined for what users have themselves. */
export function internalTypes(specifier) {
  const [, name, subpath] = /^@weldarray\/([^/]+)(\/.*)?$/.exec(specifier) ?? []
  if (!name) return bundledTypes(specifier)
  let exports = exportMaps.get(name)
  if (!exports) {
    exports = manifestOf(name).exports
    exportMaps.set(name, exports)
  }
  const target = exports[`.${subpath ?? ''}`]?.types
  if (!target) throw new Error(`${specifier}: no "types" for it in packages/${name}/package.json`)
  return join(packagesRoot, name, target)
}

/** 'piscina/sub' → 'piscina', '@scope/x/y' → '@scope/x'. */
export const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
