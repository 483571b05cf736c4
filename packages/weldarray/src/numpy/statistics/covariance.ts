import { ShapeError, showShape } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { diagonal } from '../creation/matrices.js'
import { clip } from '../elementwise/choosing.js'
import { divide, multiply, sqrt, subtract } from '../elementwise/functions.js'
import { concatenate } from '../joining/joining.js'
import { matmul } from '../linalg/matmul.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { average } from '../reductions/averages.js'
import { mean, sum } from '../reductions/reductions.js'
import { atleast } from '../shaping/atleast.js'
import { arrayOf, reshape } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'

export interface CovOptions {
  /** More variables, in the form of the first. */
  y?: ArrayInput | null
  /** Whether rows are variables (true) or columns are. */
  rowvar?: boolean
  /** Whether to divide by n instead of n - 1. */
  bias?: boolean
  /** Divides by n - ddof; overrules `bias`. */
  ddof?: number | null
  /** How often each observation counts, whole numbers. */
  fweights?: ArrayInput | null
  /** How much each observation weighs. */
  aweights?: ArrayInput | null
  dtype?: DTypeName | null
}

/**
 * The covariance of variables (rows, each column an observation): a matrix, or for one variable 0-d. float64 unless a dtype is given.
 * @example np.cov([[0, 1, 2], [2, 1, 0]])
 * // array([[ 1., -1.],
 * //        [-1.,  1.]])
 */
export const cov = declare(
  'cov(m: array, {y?: array|null, rowvar?: flag, bias?: flag, ddof?: integer|null, fweights?: array|null, aweights?: array|null, *, dtype?: dtype|null})',
  (
    m: ArrayInput,
    ...rest: Rest<
      [
        y: ArrayInput | null,
        rowvar: boolean,
        bias: boolean,
        ddof: number | null,
        fweights: ArrayInput | null,
        aweights: ArrayInput | null,
      ],
      CovOptions
    >
  ): NdArray<'float32' | 'float64'> => {
    return covariance('cov', m, optionsOf<CovOptions>(rest))
  },
)

function covariance(what: string, m: ArrayInput, o: CovOptions): Untyped {
  const matrixOf = (a: ArrayInput): [rows: Untyped, columns: Untyped] => {
    const x = arrayOf(what, a)
    if (x.shape.length > 2) throw new ShapeError(`${what}: got shape ${showShape(x.shape)}, expected at most two axes`)
    const rows = atleast(2, x.astype(o.dtype ?? 'float64'))
    return [rows, o.rowvar === false && x.shape.length === 2 ? rows.T : rows]
  }
  let [, x] = matrixOf(m)
  if (o.y !== undefined && o.y !== null) {
    const [rows, columns] = matrixOf(o.y)
    x = concatenate([x, rows.shape[0] === 1 ? rows : columns], 0)
  }
  if (o.ddof !== undefined && o.ddof !== null) integerOf(what, 'ddof', o.ddof)
  const ddof = o.ddof ?? (o.bias ? 0 : 1)
  const n = x.shape[1]!
  const weights = [o.fweights, o.aweights].map((w) => (w === undefined || w === null ? null : arrayOf(what, w).astype('float64')))
  for (const w of weights)
    if (w !== null) {
      if (w.shape.length !== 1 || w.size !== n)
        throw new ShapeError(`${what}: weights of shape ${showShape(w.shape)} for ${n} observations, expected (${n},)`)
      if (w.lt(0).any()) throw new ArgumentError(`${what}: weights must not be negative`)
    }
  const [f, a] = weights as [NdArray | null, NdArray | null]
  const w = f !== null && a !== null ? multiply(f, a) : (f ?? a)
  const center = w === null ? mean(x, { axis: 1, keepdims: true }) : reshape(average(x, { axis: 1, weights: w }), [-1, 1])
  const total = w === null ? n : Number(sum(w).item())
  const divisor =
    w === null
      ? n - ddof
      : ddof === 0
        ? total
        : a === null
          ? total - ddof
          : total - (ddof * Number(sum(multiply(w, a)).item())) / total
  const distance = subtract(x, center)
  const weighted = w === null ? distance : multiply(distance, w)
  const c = multiply(matmul(distance, weighted.T), 1 / Math.max(divisor, 0))
  return c.size === 1 ? reshape(c, []) : c
}

export type CorrcoefOptions = Pick<CovOptions, 'y' | 'rowvar' | 'dtype'>

/**
 * The correlation coefficients of variables: covariances over the products of standard deviations, between -1 and 1. NumPy's
 * `numpy.corrcoef`.
 * @example
 * np.corrcoef([1, 2, 3], [1, 2, 4]).round(4)
 * // array([[1.   , 0.982],
 * //        [0.982, 1.   ]])
 */
export const corrcoef = declare(
  'corrcoef(x: array, {y?: array|null, rowvar?: flag, *, dtype?: dtype|null})',
  (x: ArrayInput, ...rest: Rest<[y: ArrayInput | null, rowvar: boolean], CorrcoefOptions>): NdArray<'float32' | 'float64'> => {
    const c = covariance('corrcoef', x, optionsOf<CorrcoefOptions>(rest))
    if (c.shape.length === 0) return divide(c, c)
    const deviation = sqrt(diagonal(c))
    return clip(divide(divide(c, reshape(deviation, [-1, 1])), deviation), -1, 1)
  },
)
