import type { Input, Workload } from '../harness/workload.js'

/** An elementary function by its NumPy name, with where its arguments come from. */
interface Elementary {
  readonly name: string
  readonly low: number
  readonly high: number
  /** JavaScript's name in Math, where it is another. */
  readonly math?: string
  /** What NumPy's user calls, where it is not `np.NAME`. */
  readonly python?: string
  readonly arity?: 1 | 2
}

const functions: readonly Elementary[] = [
  { name: 'sqrt', low: 0, high: 100 },
  { name: 'cbrt', low: -100, high: 100 },
  { name: 'exp', low: -10, high: 10 },
  { name: 'exp2', low: -10, high: 10, math: '' },
  { name: 'expm1', low: -10, high: 10 },
  { name: 'log', low: 0, high: 100 },
  { name: 'log2', low: 0, high: 100 },
  { name: 'log10', low: 0, high: 100 },
  { name: 'log1p', low: 0, high: 100 },
  { name: 'sin', low: -100, high: 100 },
  { name: 'cos', low: -100, high: 100 },
  { name: 'tan', low: -100, high: 100 },
  { name: 'arcsin', low: -1, high: 1, math: 'asin' },
  { name: 'arccos', low: -1, high: 1, math: 'acos' },
  { name: 'arctan', low: -10, high: 10, math: 'atan' },
  { name: 'sinh', low: -10, high: 10 },
  { name: 'cosh', low: -10, high: 10 },
  { name: 'tanh', low: -5, high: 5 },
  { name: 'arcsinh', low: -100, high: 100, math: 'asinh' },
  { name: 'arccosh', low: 1, high: 100, math: 'acosh' },
  { name: 'arctanh', low: -1, high: 1, math: 'atanh' },
  { name: 'erf', low: -4, high: 4, math: '', python: 'erf' },
  { name: 'erfc', low: -4, high: 4, math: '', python: 'erfc' },
  { name: 'power', low: 0, high: 10, math: 'pow', arity: 2 },
  { name: 'arctan2', low: -10, high: 10, math: 'atan2', arity: 2 },
  { name: 'hypot', low: -10, high: 10, arity: 2 },
]

type Float = 'float64' | 'float32'

/** A loop over Math.NAME. Made as source text, so that each function has a loop of its own for the engine to compile. */
function loopOver(math: string, dtype: Float, arity: 1 | 2): (x: Float64Array, y: Float64Array) => () => Float64Array[] {
  const type = dtype === 'float64' ? 'Float64Array' : 'Float32Array'
  const args = arity === 1 ? 'x[i]' : 'x[i], y[i]'
  return new Function(
    'x',
    'y',
    `x = ${type}.from(x); y = ${type}.from(y); const out = new ${type}(x.length)
     return () => { for (let i = 0; i < out.length; i++) out[i] = Math.${math}(${args}); return [out] }`,
  ) as ReturnType<typeof loopOver>
}

function workload({ name, low, high, math = name, python = `np.${name}`, arity = 1 }: Elementary, dtype: Float): Workload {
  const input = (n: number): Input => ({ shape: [n], low, high })
  return {
    name: `${name} ${dtype}`,
    what: `\`${name}\` of ${dtype}`,
    sizes: [1e6],
    tolerance: dtype === 'float64' ? 1e-12 : 1e-6,
    inputs: (n) => ({ x: input(n), y: input(n) }),
    implementations: {
      weldarray: (np, inputs) => {
        const [x, y] = [inputs.x!, inputs.y!].map((v) => v.astype(dtype).evaluate())
        const f = (np as unknown as Record<string, (...args: unknown[]) => typeof x>)[name]!
        return arity === 1 ? () => [f(x)!] : () => [f(x, y)!]
      },
      ...(math === '' ? {} : { loop: ({ x, y }) => loopOver(math, dtype, arity)(x!, y!) }),
      numpy: `
${python === name ? `from scipy.special import ${name}` : ''}
x, y = x.astype(np.${dtype}), y.astype(np.${dtype})

def run():
    return [${python}(${arity === 1 ? 'x' : 'x, y'})]
`,
    },
  }
}

export const unaryWorkloads: readonly Workload[] = functions.flatMap((f) => [workload(f, 'float64'), workload(f, 'float32')])
