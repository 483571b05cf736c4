import type { Floating } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NamedTuple, namedTuple } from '../operands/named-tuple.js'
import type { ArrayInput } from '../types.js'
import { transposed } from './blocks.js'
import { orthogonal } from './blocks-of-reflections.js'
import { reflect, reflectionsOf } from './householder.js'
import { withMatrices } from './matrix.js'
import { reflected } from './reflections.js'
import { forStack, stackOf } from './stacks.js'

export type QrMode = 'reduced' | 'complete' | 'r' | 'raw'

/** Of so many columns reflections are joined in panels. */
const BLOCKED = 64

type Factors<A> = NamedTuple<[Q: A, R: A], { readonly Q: A; readonly R: A }>
type RawFactors<A> = NamedTuple<[h: A, tau: A], { readonly h: A; readonly tau: A }>
type ModeRest<M extends QrMode> = Rest<[mode: M], { mode?: M }>
interface Qr {
  <X extends ArrayInput>(a: X, ...rest: ModeRest<'reduced' | 'complete'>): Factors<Floating<X>>
  <X extends ArrayInput>(a: X, mode: 'r' | { mode: 'r' }): Floating<X>
  <X extends ArrayInput>(a: X, mode: 'raw' | { mode: 'raw' }): RawFactors<Floating<X>>
}

/**
 * Q with orthonormal columns and R upper triangular with Q·R the matrix (…, m, n), by Householder reflections. `reduced`: Q
 * (…, m, k),
 * R (…, k, n) with k the smaller of m and n; `complete`: Q (…, m, m), R (…, m, n); `r`: R alone; `raw`: the reflections and
 * their factors. A list: `const [q, r] = np.linalg.qr(a)`, and by name.
 *
 * NumPy's `numpy.linalg.qr`.
 * @example
 * np.linalg.qr([[0, 2], [1, 0]]).R.shape // [ 2, 2 ]
 */
export const qr: Qr = declare(
  'qr(a: array, {mode?: "reduced"|"complete"|"r"|"raw"})',
  (a: ArrayInput, ...rest: ModeRest<QrMode>): never => {
    const { mode = 'reduced' } = optionsOf<{ mode?: QrMode }>(rest)
    const stack = stackOf('qr', a)
    const { rows, columns } = stack
    const k = Math.min(rows, columns)
    if (mode === 'raw') {
      const [h, tau] = forStack(stack, [[columns, rows], [k]], (m, [to, factors]) => {
        const c = transposed(m, rows, columns)
        factors!.set(reflect(c, rows, columns))
        to!.set(c)
      })
      return namedTuple({ h, tau })
    }
    const tall = mode === 'complete' ? rows : k
    const results =
      mode === 'r'
        ? [[tall, columns]]
        : [
            [tall, columns],
            [rows, tall],
          ]
    // One matrix after the other in the same memory.
    const isLittle = k < BLOCKED
    const room = (size: number): Float64Array => new Float64Array(isLittle ? size : 0)
    const [c, tau, vectors] = [room(rows * columns), room(k), room(rows * tall)]
    const [R, Q] = forStack(stack, results, (m, [r, q]) => {
      if (!isLittle) {
        withMatrices((workshop) => {
          const found = reflected(workshop, m, rows, columns)
          r!.set(found.r.data.subarray(0, tall * columns))
          q?.set(orthogonal(workshop, found.blocks, rows, tall).data)
        })
        return
      }
      reflect(transposed(m, rows, columns, c), rows, columns, tau)
      for (let i = 0; i < tall; i++) for (let j = i; j < columns; j++) r![i * columns + j] = c[j * rows + i]!
      if (q !== undefined) transposed(reflectionsOf(c, tau, rows, vectors), tall, rows, q)
    })
    return mode === 'r' ? (R! as never) : namedTuple({ Q, R })
  },
)
