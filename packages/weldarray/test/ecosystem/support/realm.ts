import Module, { createRequire } from 'node:module'

// biome-ignore lint/suspicious/noExplicitAny: modules of any kind
export type Any = any
type Load = (request: string, parent: unknown, isMain: boolean) => unknown

const internals = Module as unknown as { _load: Load; _cache: Record<string, unknown> }
const require = createRequire(import.meta.url)

/** Packages as a program sees them whose `node_modules` has other packages in place of some. */
export interface Realm {
  readonly require: (name: string) => Any
  /** Calls `work` with the replacements in force, for modules that are loaded late. */
  readonly run: <T>(work: () => T) => T
}

/**
 * Every CommonJS module loaded through the realm, however deep, gets `replacements` where it requires their names,
 * and is loaded for this realm alone. The packages' own files are used as npm installed them.
 */
export function realm(replacements: Readonly<Record<string, unknown>>): Realm {
  const cache: Record<string, unknown> = Object.create(null)
  const run = <T>(work: () => T): T => {
    const { _load: load, _cache: outside } = internals
    internals._cache = cache
    internals._load = function (request, ...rest) {
      return Object.hasOwn(replacements, request) ? replacements[request] : load.call(this, request, ...rest)
    }
    try {
      return work()
    } finally {
      internals._load = load
      internals._cache = outside
    }
  }
  return { run, require: (name) => run(() => (Object.hasOwn(replacements, name) ? replacements[name] : require(name))) }
}
