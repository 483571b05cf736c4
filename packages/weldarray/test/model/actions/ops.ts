import realOps from 'ndarray-ops'
import weldOps from 'weldarray/ops'
import { chance } from '../../support/random.js'
import type { Action } from '../support/step.js'
import { elementsOf } from '../support/values.js'
import { type Pair, same } from '../support/world.js'

type Fn = (...args: unknown[]) => unknown
type Table = Record<string, Fn>

/** Exact in every dtype, whatever computes them. */
const NAMES = 'add sub mul max min and or lt geq eq neq'.split(' ')
const ONE = ['neg', 'abs', 'floor', 'assign']
const REDUCTIONS = 'sum norm1 sup inf argmin argmax any all'.split(' ')

/** The elements of all arrays after the call are compared at the end; here what is returned, or thrown. */
function both(table: Table, name: string, pairs: readonly unknown[]): void {
  const attempt = (f: Fn, args: unknown[]): string => {
    try {
      const value = f(...args)
      return typeof value === 'object' && !Array.isArray(value) ? String(args.indexOf(value)) : JSON.stringify([value])
    } catch (error) {
      return String(error)
    }
  }
  const weld = attempt(
    table[name]!,
    pairs.map((p) => (typeof p === 'number' ? p : (p as Pair).weld)),
  )
  const model = attempt(
    (realOps as unknown as Table)[name]!,
    pairs.map((p) => (typeof p === 'number' ? p : (p as Pair).model.view)),
  )
  same(weld, model, `what ${name} returns`)
}

const run =
  (table: Table, label: string): Action =>
  (world, random) => {
    const target = world.target(random)
    if (target === undefined) return false
    const alike = (p: Pair): boolean => String(p.model.shape) === String(target.model.shape)
    const other = (): Pair => world.numeric(random, alike) ?? target
    const scalar = random.pick([0, 1, 2, -3, 0.5])
    const wrong = chance(random, 0.03) ? world.numeric(random)! : other()
    const binary = random.pick(NAMES)
    const [name, args] = random.pick<[string, (Pair | number)[]]>([
      [binary, [target, other(), wrong]],
      [`${binary}s`, [target, wrong, scalar]],
      [`${binary}eq`, [target, wrong]],
      [`${binary}seq`, [target, scalar]],
      [random.pick(ONE), [target, wrong]],
      ['negeq', [target]],
      ['assigns', [target, scalar]],
      [random.pick(REDUCTIONS), [target]],
      ['equals', [target, wrong]],
    ])
    world.said = `${label}.${name}(${args.map((x) => (typeof x === 'number' ? x : x.name)).join(', ')})`
    both(table, name, args)
    // A view of repeated elements may have been read or written in an order of its own; its elements still agree.
    same(target.model.view.size, elementsOf(target.model).length, 'size')
    return true
  }

/** `weldarray/ops`. */
export const ours: Action = run(weldOps as unknown as Table, 'ops')
/** The unmodified package, which knows nothing of library memory: it takes `data` and goes through its elements. */
export const theirs: Action = run(realOps as unknown as Table, 'ndarrayOps')
