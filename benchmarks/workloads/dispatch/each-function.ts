// One NumPy-style call at a time at 1,000 elements, against the same function of ndarray-ops.
import { type Inputs, uniform, type Workload } from '../../harness/workload.js'
import type { Eager, Nd } from '../../peers/ndarray-ops.js'

type Ops = Eager['ops']

/** NumPy's names, and what a user of ndarray-ops calls. */
const binary: Readonly<Record<string, keyof Ops>> = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  divide: 'div',
  minimum: 'min',
  maximum: 'max',
  power: 'pow',
  arctan2: 'atan2',
  less: 'lt',
  greater_equal: 'geq',
  equal: 'eq',
}
const unary: Readonly<Record<string, keyof Ops>> = {
  negative: 'neg',
  absolute: 'abs',
  sqrt: 'sqrt',
  floor: 'floor',
  rint: 'round',
  exp: 'exp',
  log: 'log',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  arctan: 'atan',
}
const reductions: Readonly<Record<string, keyof Ops>> = { sum: 'sum', prod: 'prod', max: 'sup', min: 'inf', argmax: 'argmax' }

type Call = (...args: unknown[]) => number

function workload(
  numpy: string,
  what: string,
  ours: (f: (...args: unknown[]) => { evaluate(): never }, a: unknown, b: unknown) => () => never,
  theirs: (ops: Record<string, Call>, d: Nd, inputs: Inputs<Nd>) => () => Nd | number,
): Workload {
  return {
    name: `np.${numpy}`,
    what,
    sizes: [1e3],
    evaluates: true,
    inputs: (n) => ({ a: uniform(n, 0.5, 1.5), b: uniform(n, 0.5, 1.5) }),
    implementations: {
      weldarray: (np, { a, b }) => {
        const body = ours((np as never)[numpy], a, b)
        return () => [body()]
      },
      'ndarray-ops': ({ ops, zeros }, inputs) => {
        const body = theirs(ops as never, zeros(inputs.a!.shape), inputs)
        return () => [body()]
      },
    },
  }
}

export const eachFunction: readonly Workload[] = [
  ...Object.entries(binary).map(([numpy, name]) =>
    workload(
      numpy,
      `\`np.${numpy}(a, b)\` against \`ops.${name}(d, a, b)\``,
      (f, a, b) => () => f(a, b).evaluate(),
      (ops, d, { a, b }) =>
        () => {
          ops[name]!(d, a, b)
          return d
        },
    ),
  ),
  ...Object.entries(unary).map(([numpy, name]) =>
    workload(
      numpy,
      `\`np.${numpy}(a)\` against \`ops.${name}(d, a)\``,
      (f, a) => () => f(a).evaluate(),
      (ops, d, { a }) =>
        () => {
          ops[name]!(d, a)
          return d
        },
    ),
  ),
  ...Object.entries(reductions).map(([numpy, name]) =>
    workload(
      numpy,
      `\`np.${numpy}(a)\` against \`ops.${name}(a)\``,
      (f, a) => () => f(a).evaluate(),
      (ops, _, { a }) =>
        () => {
          const found = ops[name]!(a) as unknown as number | number[]
          return Array.isArray(found) ? found[0]! : found
        },
    ),
  ),
]
