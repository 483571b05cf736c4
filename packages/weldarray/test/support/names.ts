import { readFileSync } from 'node:fs'
import * as np from 'weldarray'
import { differences, flat, LETTERS, type Same, value, within } from './fixtures.js'

/*
 * What `tools/numpy-names` wrote: calls and NumPy's answers, run and compared.
 */
interface EncodedArray {
  a: string
  s: number[]
  v?: unknown[]
  b?: string
}
export interface Case {
  f: string
  in: unknown[]
  out: unknown
  tol?: number
}

export const casesOf = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/numpy-names-${name}.json`, import.meta.url), 'utf8')) as Case[]

const FLOATS: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity }
const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x)

const scalar = (x: unknown): number | bigint | boolean =>
  isObject(x) ? ('big' in x ? BigInt(x.big as string) : FLOATS[x.f as string]!) : (x as number | boolean)

function arrayOf({ a, s, v, b }: EncodedArray): np.NdArray {
  const dtype = LETTERS[a]!
  if (b !== undefined) return np.reshape(np.frombuffer(Uint8Array.from(Buffer.from(b, 'base64')), dtype), s)
  const big = dtype.startsWith('big')
  const list = v!.map(scalar).map((x) => (big ? BigInt(x as number) : x))
  return np.reshape(np.array(list as number[], dtype), s)
}

/** An argument; arrays are new ones every time, since some functions write to them. */
export function decode(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(decode)
  if (!isObject(x)) return x
  if ('a' in x) return arrayOf(x as unknown as EncodedArray)
  if ('o' in x) return Object.fromEntries(Object.entries(x.o as object).map(([k, v]) => [k, decode(v)]))
  return scalar(x)
}

function compare(label: string, got: unknown, want: unknown, same: Same): string[] {
  if (Array.isArray(want)) {
    const list = Array.isArray(got) ? got : isObject(got) && !(got instanceof np.NdArray) ? Object.values(got) : null
    if (list === null || list.length !== want.length) return [`${label}: gave ${String(got)}, expected a list of ${want.length}`]
    return want.flatMap((w, i) => compare(`${label}[${i}]`, list[i], w, same))
  }
  if (isObject(want) && 'a' in want) {
    const expected = arrayOf(want as unknown as EncodedArray)
    if (!(got instanceof np.NdArray)) {
      if (expected.size === 1 && (typeof got === 'number' || typeof got === 'boolean' || typeof got === 'bigint'))
        return same(Number(got), Number(expected.item())) ? [] : [`${label}: gave ${got}, expected ${expected.item()}`]
      return [`${label}: gave ${String(got)}, expected an array of ${expected.dtype} (${expected.shape})`]
    }
    if (got.dtype !== expected.dtype) return [`${label}: gave ${got.dtype}, expected ${expected.dtype}`]
    if (String(got.shape) !== String(expected.shape)) return [`${label}: gave shape ${got.shape}, expected ${expected.shape}`]
    return differences(flat(got), flat(expected), same).map((d) => `${label}: ${d}`)
  }
  if (typeof want === 'string' || typeof want === 'boolean' || want === null)
    return got === want ? [] : [`${label}: gave ${String(got)}, expected ${want}`]
  const item = got instanceof np.NdArray ? got.item() : got
  const number = typeof item === 'bigint' && !isObject(want) ? Number(item) : item
  return same(number as number, Number(scalar(want))) || number === scalar(want)
    ? []
    : [`${label}: gave ${String(got)}, expected ${scalar(want)}`]
}

/** Relative to the larger of two numbers and 1: what is 0 in exact arithmetic may be a rounding away from it. */
const near =
  (tolerance: number): Same =>
  (x, y) =>
    within(tolerance)(x, y) || (typeof x === 'number' && typeof y === 'number' && Math.abs(x - y) <= tolerance)

/** What is wrong with one case; nothing if all is right. */
export function run({ f, in: given, out, tol }: Case, call?: (...args: never[]) => unknown): string[] {
  const label = `${f}(${JSON.stringify(given).slice(0, 160)})`
  const target =
    call ??
    (f.split('.').reduce((o, name) => (o as Record<string, unknown>)[name], np as unknown) as (...args: unknown[]) => unknown)
  if (typeof target !== 'function') return [`${f} is not there`]
  const args = given.map(decode)
  let got: unknown
  try {
    got = (target as (...args: unknown[]) => unknown)(...args)
  } catch (error) {
    if (isObject(out) && 'error' in out)
      return error instanceof np.WeldError ? [] : [`${label}: threw ${(error as Error).stack?.slice(0, 300)}`]
    return [`${label}: threw ${(error as Error).stack?.slice(0, 400)}`]
  }
  if (isObject(out) && 'error' in out) return [`${label}: gave ${String(got)}, expected an error (${out.error})`]
  const last = args.at(-1)
  if (isObject(last) && last.out instanceof np.NdArray && got !== last.out) return [`${label}: gave another array than out`]
  try {
    return compare(label, got, out, tol === undefined ? value : near(tol))
  } catch (error) {
    return [`${label}: ${(error as Error).stack?.slice(0, 400)}`]
  }
}
