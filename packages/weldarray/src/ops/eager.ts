import { elementOf, isNumbered, numberOf, sizeOf } from '@weldarray/ir'
import { computeType, elementaryRun } from './elementary.js'
import { runOriginal, WORTH_COMPILING } from './fallback.js'
import { type KernelSet, kernelsOf, LONGEST } from './kernels.js'
import { naturalOf } from './natural.js'
import { type Argument, type Data, dataOf, writableOf } from './operand.js'
import { isElementary } from './table.js'
import { traverse } from './traverse.js'

/*
 * Operations done at once, by loops in JavaScript: on a caller's memory, on small arrays, on views that overlap.
 */

/** An operation with its operands in place: the scalar, if there is one, is the last operand unless `scalarFirst`. */
export interface Call {
  /** The public name, by which the original is found. */
  readonly name: string
  readonly op: string
  readonly sources: readonly Argument[]
  readonly scalar?: { readonly value: unknown; readonly first: boolean }
  /** The arguments after the destination, as they were given. */
  readonly given: readonly unknown[]
}

const INDEXED = /^(u?int(8|16|32)|float(16|32|64)|uint8_clamped|buffer)$/
const indexed = new Map<string, boolean>()

/** Whether elements are numbers behind an index, which loops may read and write as they are. */
export function isNumeric(dtype: string): boolean {
  let known = indexed.get(dtype)
  if (known === undefined) indexed.set(dtype, (known = INDEXED.test(dtype)))
  return known
}

/** Whether elements are not what an index gives: those behind `get` and `set`, and 64-bit integers that are numbers. */
const hasAccessors = (dtype: string): boolean => dtype === 'generic' || isNumbered(dtype)

export function eager(destination: Argument, call: Call): void {
  const { op, sources, scalar } = call
  const dtype = destination.dtype
  if (isElementary(op)) {
    const numeric = isNumeric(dtype) && sources.every((s) => isNumeric(s.dtype) || s.dtype === 'bool')
    if (numeric && (scalar === undefined || typeof scalar.value === 'number')) elementary(destination, call)
    else oneByOne(destination, call)
    return
  }
  let same = dataOf(destination).length <= LONGEST
  for (let k = 0; k < sources.length; k++) if (sources[k]!.dtype !== dtype || dataOf(sources[k]!).length > LONGEST) same = false
  const kernels = same ? kernelsOf(dtype) : undefined
  if (kernels !== undefined) loop(kernels, destination, call)
  else if (dtype === 'bool' || hasAccessors(dtype) || sources.some((s) => hasAccessors(s.dtype))) oneByOne(destination, call)
  else if (sizeOf(destination.shape) < WORTH_COMPILING || !runOriginal(call.name, destination, call.given))
    loop(kernelsOf('mixed')!, destination, call)
}

/** Runs a generated loop. */
function loop(kernels: KernelSet, d: Argument, { op, sources, scalar }: Call): void {
  const inPlace = sources[0] === d
  const kernel = kernels[`${op}${scalar !== undefined && sources.length > 0 ? 's' : ''}${inPlace ? 'eq' : ''}`]!
  const o = writableOf(d)
  const [a, b] = inPlace ? sources.slice(1) : sources
  if (b !== undefined) {
    const x = dataOf(a!)
    const y = dataOf(b)
    traverse([d, a!, b], (m, n, at, rows, steps) =>
      kernel(m, n, o, at[0], rows[0], steps[0], x, at[1], rows[1], steps[1], y, at[2], rows[2], steps[2]),
    )
  } else if (a !== undefined) {
    const x = dataOf(a)
    traverse([d, a], (m, n, at, rows, steps) =>
      kernel(m, n, o, at[0], rows[0], steps[0], x, at[1], rows[1], steps[1], scalar?.value),
    )
  } else traverse([d], (m, n, at, rows, steps) => kernel(m, n, o, at[0], rows[0], steps[0], scalar?.value))
}

function elementary(d: Argument, { op, sources, scalar }: Call): void {
  const type = computeType([d.dtype, ...sources.map((s) => s.dtype)], scalar?.value as number | undefined)
  const o = writableOf(d)
  const operands = sources.map((source, k) => ({ data: dataOf(source), k: k + 1 }))
  if (scalar !== undefined)
    operands.splice(scalar.first ? 0 : 1, 0, { data: Float64Array.of(scalar.value as number), k: sources.length + 1 })
  const [a, b = a] = operands as [(typeof operands)[0], (typeof operands)[0]?]
  traverse([d, ...sources], (m, n, at, rows, steps) => {
    const place = (k: number, row: number): number => (at[k] ?? 0) + row * (rows[k] ?? 0)
    for (let i = 0; i < m; i++)
      elementaryRun(
        op,
        type,
        n,
        o,
        place(0, i),
        steps[0]!,
        a.data,
        place(a.k, i),
        steps[a.k] ?? 0,
        b!.data,
        place(b!.k, i),
        steps[b!.k] ?? 0,
      )
  })
}

const readerOf = (array: Argument): ((at: number) => unknown) => {
  const data: Data = dataOf(array)
  if (isNumbered(array.dtype)) return (at) => numberOf(data[at])
  return array.dtype === 'generic' ? (at) => data.get(at) : (at) => data[at]
}

const writerOf = (array: Argument): ((at: number, value: unknown) => void) => {
  const data: Data = writableOf(array)
  if (array.dtype === 'generic') return (at, value) => data.set(at, value)
  if (isNumbered(array.dtype)) return (at, value) => (data[at] = elementOf(value as number))
  // biome-ignore lint/suspicious/noDoubleEquals: false, 0 and 0n are false; NaN is true, as elsewhere for this dtype
  if (array.dtype === 'bool') return (at, value) => (data[at] = (value as number) != 0 ? 1 : 0)
  return (at, value) => (data[at] = value)
}

/** The slow way for elements of any kind: behind accessors, of several dtypes, to be converted to `bool`. */
function oneByOne(d: Argument, { op, sources, scalar }: Call): void {
  const f = op === 'random' ? Math.random : op === 'assigns' ? () => scalar!.value : naturalOf(op)
  const write = writerOf(d)
  const reads = sources.map(readerOf)
  traverse([d, ...sources], (m, n, at, rows, steps) => {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        const values = reads.map((read, k) => read(at[k + 1]! + i * rows[k + 1]! + j * steps[k + 1]!))
        if (scalar?.first) values.unshift(scalar.value)
        else if (scalar !== undefined) values.push(scalar.value)
        write(at[0]! + i * rows[0]! + j * steps[0]!, f(values[0], values[1]))
      }
  })
}
