import { readdirSync, readFileSync } from 'node:fs'

/*
 * Which functions, methods and arguments NumPy's answers were written down for, and what was given for each argument.
 */
const folder = new URL('../fixtures/', import.meta.url)
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T

/** NumPy's defaults, where JSON has them. */
export const DEFAULTS = read<Record<string, Record<string, unknown>>>('numpy-defaults.json')
export const STREAMS = read<{ source: string; calls: [string][] }[]>('numpy-distributions.json')

/** What a function was given: by position, and by name. */
export class Calls {
  private readonly given = new Map<number | string, Set<string>>()
  private note(at: number | string, x: unknown): void {
    if (!this.given.has(at)) this.given.set(at, new Set())
    this.given.get(at)!.add(JSON.stringify(x))
  }
  /** `optionsOf` gives the options that an argument is, or null for an array. */
  add(args: readonly unknown[], optionsOf: (x: object) => object | null): void {
    const last = args.at(-1)
    const options = typeof last === 'object' && last !== null && !Array.isArray(last) ? optionsOf(last) : null
    args.slice(0, options === null ? args.length : -1).forEach((x, place) => this.note(place, x))
    for (const [name, x] of Object.entries(options ?? {})) this.note(name, x)
  }
  /** Whether a parameter was given at all, or anything but its default where that is known. */
  has(place: number, name: string, standard?: unknown): boolean {
    const values = [...(this.given.get(place) ?? []), ...(this.given.get(name) ?? [])]
    return values.some((x) => x !== JSON.stringify(standard))
  }
}

/** By the name of a function, `NdArray.sum` of a method of arrays, `rng.normal` of a generator's. */
export const calls = new Map<string, Calls>()
const of = (name: string): Calls => {
  if (!calls.has(name)) calls.set(name, new Calls())
  return calls.get(name)!
}

for (const file of readdirSync(folder).filter((f) => f.startsWith('numpy-names-')))
  for (const c of read<{ f?: string; in: unknown[] }[]>(file))
    if (c.f !== undefined) of(c.f).add(c.in, (x) => ('o' in x ? (x.o as object) : null))
for (const c of read<{ name: string; args: unknown[] }[]>('numpy-library.json'))
  of(c.name).add(c.args, (x) => ('array' in x ? null : x))
for (const [name] of read<{ cases: [string][] }>('numpy-reductions.json').cases) of(name).add([0, 1], () => null)
