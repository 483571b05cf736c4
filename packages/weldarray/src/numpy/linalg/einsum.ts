import { type DType, isFloat, meeting, ShapeError, showShape, sizeOf, toDType } from '@weldarray/ir'
import type { AnyDType } from '../../array/types.js'
import type { DTypeOfAll, MetAll, Out, Outcome } from '../../types/dtype-of.js'
import { declare } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { ArgumentError } from '../arguments/values.js'
import { type Casting, checkCast } from '../dtypes/casting.js'
import { add, multiply } from '../elementwise/functions.js'
import type { Untyped } from '../operands/arrays.js'
import { dtypeOf, type NdArray, sharing, valueOf, viewOf } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { sum } from '../reductions/reductions.js'
import { arrayOf, reshape, transpose } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { matmul } from './matmul.js'

/** An operand whose axes have names: letters, or for an ellipsis places counted from its end. */
interface Term {
  readonly x: NdArray
  readonly labels: readonly string[]
}

interface Plan {
  readonly inputs: readonly string[]
  /** null: those that come once, in alphabetical order. */
  readonly output: string | null
}

/** The letters that NumPy's numbers of axes stand for. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Subscripts and operands, where each operand is followed by a list of the numbers of its axes, and the last list is the output's. */
function spelled(items: readonly ArrayInput[]): [subscripts: string, operands: ArrayInput[]] {
  const letters = (list: ArrayInput): string =>
    [...(Array.isArray(list) ? list : arrayOf('einsum', list))]
      .map((label) => {
        const letter = label === '...' ? label : LETTERS[Number(label)]
        if (letter === undefined)
          throw new ArgumentError(`einsum: ${describe(label)} in a list of axes, expected integers from 0 to 51 and '...'`)
        return letter
      })
      .join('')
  const operands = items.filter((_, i) => i % 2 === 0)
  const lists = items.filter((_, i) => i % 2 === 1).map(letters)
  if (operands.length === lists.length) return [lists.join(','), operands]
  return [`${lists.join(',')}->${letters(operands.pop()!)}`, operands]
}

function parse(subscripts: string, count: number): Plan {
  const text = subscripts.replace(/\s+/g, '')
  const [left, right, more] = text.split('->')
  const valid = (s: string): boolean => /^[A-Za-z]*(\.\.\.)?[A-Za-z]*$/.test(s)
  const inputs = left!.split(',')
  if (more !== undefined || ![...inputs, right ?? ''].every(valid))
    throw new ArgumentError(
      `einsum: cannot read '${subscripts}'; expected letters like 'ij,jk->ik', with '...' for the other axes`,
    )
  if (inputs.length !== count) throw new ArgumentError(`einsum: '${subscripts}' names ${inputs.length} operands, got ${count}`)
  return { inputs, output: right ?? null }
}

/** The axes of an operand by name; an axis named twice is a diagonal. */
function termOf(x: NdArray, spec: string): Term {
  const [before, after] = spec.includes('...') ? (spec.split('...') as [string, string]) : [spec, null]
  const rank = x.shape.length
  const named = before.length + (after?.length ?? 0)
  if (after === null ? named !== rank : named > rank)
    throw new ShapeError(`einsum: '${spec}' names ${named} axes of an operand of shape ${showShape(x.shape)}`)
  const others = Array.from({ length: rank - named }, (_, i) => `.${rank - named - i}`)
  const labels = [...before, ...(after === null ? [] : others), ...(after ?? '')]
  const { shape, strides, offset } = viewOf(x)
  const unique = [...new Set(labels)]
  if (unique.length === labels.length) return { x, labels }
  const axesOf = (label: string): number[] => labels.flatMap((l, i) => (l === label ? [i] : []))
  const lengths = unique.map((label) => {
    const all = axesOf(label).map((i) => shape[i]!)
    if (all.some((n) => n !== all[0]))
      throw new ShapeError(`einsum: '${label}' names axes of lengths ${all.join(' and ')}, expected equal ones`)
    return all[0]!
  })
  const steps = unique.map((label) => axesOf(label).reduce((s, i) => s + strides[i]!, 0))
  return { x: sharing(x, { shape: lengths, strides: steps, offset }), labels: unique }
}

/** An operand with the axes told, in that order, those it does not have of length 1. */
function aligned({ x, labels }: Term, wanted: readonly string[]): Untyped {
  const order = wanted.filter((l) => labels.includes(l)).map((l) => labels.indexOf(l))
  const turned = transpose(x, order)
  return reshape(
    turned,
    wanted.map((l) => (labels.includes(l) ? x.shape[labels.indexOf(l)]! : 1)),
  )
}

/** The sum over axes that nothing else needs. */
function reduced({ x, labels }: Term, needed: ReadonlySet<string>): Term {
  const gone = labels.flatMap((l, i) => (needed.has(l) ? [] : [i]))
  return gone.length === 0
    ? { x, labels }
    : { x: sum(x, { axis: gone, dtype: x.dtype as 'float64' }), labels: labels.filter((l) => needed.has(l)) }
}

/** Two operands in one: a matrix product over the axes that go, in a stack over those both keep. */
function contracted(a: Term, b: Term, needed: ReadonlySet<string>): Term {
  const length = (t: Term, l: string): number => t.x.shape[t.labels.indexOf(l)]!
  const shared = a.labels.filter((l) => b.labels.includes(l))
  for (const l of shared) {
    const [n, m] = [length(a, l), length(b, l)]
    if (n !== m && n !== 1 && m !== 1)
      throw new ShapeError(`einsum: '${l}' names axes of lengths ${n} and ${m}, expected equal ones`)
  }
  const broadcasts = shared.some((l) => length(a, l) !== length(b, l))
  const inner = shared.filter((l) => !needed.has(l))
  const batch = shared.filter((l) => needed.has(l))
  const [left, right] = [a.labels.filter((l) => !shared.includes(l)), b.labels.filter((l) => !shared.includes(l))]
  const labels = [...batch, ...left, ...right]
  // Rows by rows are no products of matrices but sums along axes that both have.
  const isRowByRow = left.length + right.length === 0 && batch.length > 0
  if (inner.length === 0 || broadcasts || isRowByRow) {
    const all = [...labels, ...inner]
    const product = multiply(aligned(a, all), aligned(b, all))
    // Also a sum of one product begins with 0.
    const x = inner.length === 0 && isFloat(dtypeOf(product)) ? add(product, 0) : product
    return reduced({ x, labels: all }, new Set([...needed]))
  }
  const sizes = (t: Term, list: readonly string[]): number[] => list.map((l) => length(t, l))
  const x = reshape(aligned(a, [...batch, ...left, ...inner]), [
    ...sizes(a, batch),
    sizeOf(sizes(a, left)),
    sizeOf(sizes(a, inner)),
  ])
  const y = reshape(aligned(b, [...batch, ...inner, ...right]), [
    ...sizes(a, batch),
    sizeOf(sizes(a, inner)),
    sizeOf(sizes(b, right)),
  ])
  return { x: reshape(matmul(x, y), [...sizes(a, batch), ...sizes(a, left), ...sizes(b, right)]), labels }
}

export interface EinsumOptions<O = NdArray<AnyDType>> {
  /** In which order operands are taken: `false` as they stand; by what it costs else. */
  optimize?: boolean | 'greedy' | 'optimal' | null
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O>
  /** The dtype it is computed in; that in which the operands meet unless given. */
  dtype?: DTypeName
  /** How far elements may change to become `dtype` (`safe`), and those of `out`. */
  casting?: Casting
}

interface Einsum {
  <const L extends readonly ArrayInput[]>(subscripts: string, ...operands: L): MetAll<L>
  <const L extends readonly ArrayInput[], O = never>(
    subscripts: string,
    ...operands: [...L, EinsumOptions<O>]
  ): Outcome<never, O, DTypeOfAll<L>>
  (subscripts: string, ...operands: (ArrayInput | EinsumOptions)[]): NdArray
  (operand: ArrayInput, axes: Axes, ...more: (ArrayInput | Axes | EinsumOptions)[]): NdArray
}

/** Axes of an operand by numbers. */
type Axes = readonly (number | '...')[]

function castOperand(x: NdArray, dtype: DType | undefined, casting: Casting = 'safe'): NdArray {
  if (dtype === undefined || dtypeOf(x) === dtype) return x
  checkCast('einsum', dtypeOf(x), dtype, casting)
  return x.astype(dtype) as Untyped
}

/** The operands in the dtype that they and `more` have in common: sums of one before it meets another are made in it, and the order of meeting does not matter. */
function inOneType(terms: readonly Term[], more: readonly DType[]): readonly Term[] {
  const dtype = meeting([...terms.map(({ x }) => dtypeOf(x)), ...more], (own) => own)
  return terms.map(({ x, labels }) => ({ x: dtypeOf(x) === dtype ? x : (x.astype(dtype as 'float64') as Untyped), labels }))
}

/** All operands in one, two at a time. */
function contractedAll(terms: readonly Term[], wanted: ReadonlySet<string>, planned: boolean): Term {
  const rest = [...terms]
  while (rest.length > 1) {
    const [i, j] = planned && rest.length > 2 ? cheapest(rest, wanted) : [0, 1]
    const [a, b] = [rest[i]!, rest[j]!]
    rest.splice(j, 1)
    rest.splice(i, 1)
    const later = new Set([...wanted, ...rest.flatMap((t) => t.labels)])
    const joined = contracted(reduced(a, new Set([...later, ...b.labels])), reduced(b, new Set([...later, ...a.labels])), later)
    rest.unshift(joined)
  }
  return rest[0]!
}

/** The two operands (places, the lesser first) whose product takes most elements away, of those the ones with the fewest multiplications. */
function cheapest(terms: readonly Term[], wanted: ReadonlySet<string>): [number, number] {
  const length = new Map<string, number>()
  for (const { x, labels } of terms) labels.forEach((l, k) => length.set(l, Math.max(length.get(l) ?? 0, x.shape[k]!)))
  const size = (labels: Iterable<string>): number => [...labels].reduce((n, l) => n * length.get(l)!, 1)
  let best: [number, number] = [0, 1]
  let [gain, cost] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 0; i < terms.length; i++)
    for (let j = i + 1; j < terms.length; j++) {
      const [a, b] = [terms[i]!.labels, terms[j]!.labels]
      const others = new Set([...wanted, ...terms.flatMap((t, k) => (k === i || k === j ? [] : t.labels))])
      const all = new Set([...a, ...b])
      const ownGain = size(a) + size(b) - size([...all].filter((l) => others.has(l)))
      const ownCost = size(all)
      if (ownGain > gain || (ownGain === gain && ownCost < cost)) {
        ;[gain, cost] = [ownGain, ownCost]
        best = [i, j]
      }
    }
  return best
}

/**
 * Sums of products over named axes: `einsum('ij,jk->ik', a, b)` is the matrix product. Axes that the output does not name are summed;
 * without `->` the output has those that come once, in alphabetical order; `...` stands for the other axes, which broadcast. Operands
 * are taken two at a time: as NumPy's `optimize: 'greedy'`, those first whose product is smallest against them, or with
 * `optimize: false` first to last. Matrix products where axes are summed over two operands; sums and products, which fuse, else.
 * Axes may be numbered instead, in a list behind each operand: `einsum(a, [0, 1], b, [1, 2], [0, 2])`.
 *
 * NumPy's `numpy.einsum`.
 * @example
 * np.einsum('ij,jk->ik', [[1, 2]], [[3], [4]]) // array([[11.]])
 */
export const einsum: Einsum = declare(
  'einsum(subscripts: string|array, ...operands: array, {out?: ndarray, optimize?: flag|"greedy"|"optimal"|null, dtype?: dtype, casting?: casting})',
  (options: EinsumOptions = {}, first: string | ArrayInput, ...others: ArrayInput[]): Untyped => {
    const [subscripts, operands] = typeof first === 'string' ? [first, others] : spelled([first, ...others])
    const dtype = options.dtype === undefined ? undefined : toDType(options.dtype)
    const arrays = operands.map((x) => castOperand(arrayOf('einsum', x), dtype, options.casting))
    const { inputs, output } = parse(subscripts, arrays.length)
    const terms = arrays.map((x, i) => termOf(x, inputs[i]!))
    const dots = [...new Set(terms.flatMap((t) => t.labels.filter((l) => l.startsWith('.'))))].sort(
      (p, q) => Number(q.slice(1)) - Number(p.slice(1)),
    )
    const letters = inputs.join('').replaceAll('.', '')
    const once = [...new Set(letters)].filter((l) => letters.split(l).length === 2).sort()
    if (output !== null && dots.length > 0 && !output.includes('...'))
      throw new ArgumentError(`einsum: '${subscripts}' has '...' in its input but not in its output`)
    const wanted =
      output === null
        ? [...dots, ...once]
        : output.includes('...')
          ? [...output.split('...')[0]!, ...dots, ...output.split('...')[1]!]
          : [...output]
    if (new Set(wanted).size !== wanted.length)
      throw new ArgumentError(`einsum: the output of '${subscripts}' names an axis twice`)
    for (const l of wanted)
      if (!l.startsWith('.') && !letters.includes(l))
        throw new ArgumentError(`einsum: the output names '${l}', which is in no input`)
    const needed = new Set(wanted)
    // Sums that are put into an array of another dtype are made with it.
    const meetsOut = dtype === undefined && options.out !== undefined
    const alike = inOneType(terms, meetsOut ? [dtypeOf(options.out as NdArray)] : [])
    const result = reduced(contractedAll(alike, needed, options.optimize !== false), needed)
    const turned = transpose(
      result.x,
      wanted.map((l) => result.labels.indexOf(l)),
    )
    const whole = arrays.length === 1 && turned === arrays[0] ? turned.clone() : turned
    return options.out === undefined ? whole : (into('einsum', options.out, valueOf(whole), options.casting) as Untyped)
  },
) as never
