import { availableParallelism } from 'node:os'
import { ConfigError } from './config-error.js'
import { checkInteger, parseBytes, parseFlag, parseInteger, show } from './parse.js'

/** What a WebAssembly memory can address, less a page so that no end address wraps round to 0. */
export const ADDRESSABLE_BYTES = 65535 * 65536

const MOST_THREADS = 256
const MOST_MEMORY = 2 ** 48
const LEAST_MEMORY = 2 ** 20

/** What may be warned of. */
export type Warning = 'off' | 'implicit'

/** Process-wide settings. Worker threads of the user's own have their own copy. */
export interface Settings {
  /** Threads that compute, the calling one included. */
  threads: number
  /** Bytes that arrays may occupy, of the 4 GiB that one memory addresses. */
  maxMemory: number
  /** Bytes that a file in the system's folder for temporary files may take for arrays that do not fit into memory; 0 for no file. */
  spill: number
  /** Directory of compiled kernels; `'off'` keeps them in memory only; `undefined` is the user's cache directory. */
  kernelCache: string | undefined
  /** Bytes the directory of compiled kernels may occupy. */
  kernelCacheSize: number
  /** Milliseconds an evaluation may take; `Infinity` for as long as it takes. */
  timeLimit: number
  /** 0 (silent) to 7 (everything). */
  debug: number
  /** Whether evaluations note how each loop was run (tier, time), for `explain()`. */
  trace: boolean
  /** Whether evaluations, loops and plans are entries of the engine's timeline (`performance.measure`). */
  profile: boolean
  /** What is warned of on standard error: `implicit`, each place that looks at pending elements, once, with its stack. */
  warn: Warning
  /** Guard bytes around heap blocks, poisoned memory, verified graphs. Read when the heap is first used. */
  check: boolean
}

/** The environment's settings over the defaults. What has no meaning goes to `complain`, and the default holds. */
export function settingsFrom(
  env: Readonly<Record<string, string | undefined>>,
  complain: (error: unknown) => void = (error) => {
    throw error
  },
): Settings {
  const read = <T>(name: string, parse: (text: string) => T, otherwise: T): T => {
    const text = env[name]
    if (!text) return otherwise
    try {
      return parse(text)
    } catch (error) {
      complain(error)
      return otherwise
    }
  }
  const bytes = (text: string): number =>
    checkInteger('WELDARRAY_MAX_MEMORY', parseBytes('WELDARRAY_MAX_MEMORY', text), LEAST_MEMORY, MOST_MEMORY)
  return {
    threads: read(
      'WELDARRAY_THREADS',
      (text) => parseInteger('WELDARRAY_THREADS', text, 1, MOST_THREADS),
      Math.min(availableParallelism(), MOST_THREADS),
    ),
    maxMemory: read('WELDARRAY_MAX_MEMORY', bytes, ADDRESSABLE_BYTES),
    spill: read('WELDARRAY_SPILL', (text) => checkSpill('WELDARRAY_SPILL', text), MOST_MEMORY),
    kernelCache: env.WELDARRAY_CACHE_DIR || undefined,
    kernelCacheSize: 64 * 2 ** 20,
    timeLimit: Number.POSITIVE_INFINITY,
    debug: read('WELDARRAY_DEBUG', (text) => parseInteger('WELDARRAY_DEBUG', text, 0, 7), 0),
    trace: false,
    profile: read('WELDARRAY_PROFILE', (text) => parseFlag('WELDARRAY_PROFILE', text), false),
    warn: read('WELDARRAY_WARN', (text) => checkWarning('WELDARRAY_WARN', text), 'off'),
    check: read('WELDARRAY_CHECK', (text) => parseFlag('WELDARRAY_CHECK', text), false),
  }
}

/**
 * The settings in force. Read a field where it is needed: `configure` changes them in place. An import must not fail, so a
 * variable without meaning is only warned of.
 */
export const settings: Settings = settingsFrom(process.env, (error) =>
  process.emitWarning(`${(error as Error).message}; the default holds`, 'WeldarrayWarning'),
)

function checkWarning(name: string, value: unknown): Warning {
  if (value === 'off' || value === 'implicit') return value
  throw new ConfigError(`${name}: got ${show(value)}, expected 'implicit' or 'off'`)
}

function checkBoolean(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new ConfigError(`${name}: got ${show(value)}, expected true or false`)
}

/** How large the file may become: bytes, as a number or text; true for as much as there is room for, false for none. */
function checkSpill(name: string, value: unknown): number {
  if (value === true || value === 'on') return MOST_MEMORY
  if (value === false || value === 'off') return 0
  return checkInteger(name, typeof value === 'string' ? parseBytes(name, value) : value, 0, MOST_MEMORY)
}

/** A time limit, as a setting or of one evaluation. Throws `ConfigError`. */
export function checkTimeLimit(value: unknown): number {
  if (typeof value === 'number' && value > 0) return value
  throw new ConfigError(`timeLimit: got ${show(value)}, expected milliseconds, more than 0 (Infinity for no limit)`)
}

const checks: { readonly [K in keyof Settings]: (value: unknown) => Settings[K] } = {
  threads: (v) => checkInteger('threads', v, 1, MOST_THREADS),
  maxMemory: (v) => checkInteger('maxMemory', typeof v === 'string' ? parseBytes('maxMemory', v) : v, LEAST_MEMORY, MOST_MEMORY),
  spill: (v) => checkSpill('spill', v),
  kernelCache: (v) => {
    if (v === undefined || (typeof v === 'string' && v !== '')) return v
    throw new ConfigError(`kernelCache: got ${show(v)}, expected a directory or 'off'`)
  },
  kernelCacheSize: (v) =>
    checkInteger('kernelCacheSize', typeof v === 'string' ? parseBytes('kernelCacheSize', v) : v, 0, MOST_MEMORY),
  timeLimit: (v) => checkTimeLimit(v),
  debug: (v) => checkInteger('debug', v, 0, 7),
  trace: (v) => checkBoolean('trace', v),
  profile: (v) => checkBoolean('profile', v),
  warn: (v) => checkWarning('warn', v),
  check: (v) => checkBoolean('check', v),
}

/** What `configure` takes: any of the settings; sizes also as text (`'512M'`). */
export type Configuration = {
  [K in keyof Settings]?:
    | Settings[K]
    | (K extends 'maxMemory' | 'kernelCacheSize' | 'spill' ? string : never)
    | (K extends 'spill' ? boolean : never)
}

/**
 * Changes process-wide settings. Nothing changes if one of the values has no meaning (`ConfigError`).
 * @example
 * np.configure({ threads: 2 })
 */
export function configure(changes: Configuration): void {
  const checked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(checks, name))
      throw new ConfigError(`unknown setting '${name}': expected one of ${Object.keys(checks).join(', ')}`)
    checked[name] = checks[name as keyof Settings](value)
  }
  Object.assign(settings, checked)
}
