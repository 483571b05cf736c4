import ops from 'ndarray-ops'
import type { Input, Workload } from '../harness/workload.js'

const sizes = [4, 64, 1024, 32768, 1e6, 1e7]

type Signature = 'dab' | 'das' | 'da' | 'ds' | 'd' | 'a' | 'ab'

const reductions = ['any', 'all', 'sum', 'prod', 'norm2squared', 'norm2', 'norminf', 'norm1', 'sup', 'inf', 'argmin', 'argmax']

/** What a function takes: a destination, arrays a and b, a scalar. */
function signature(name: string): Signature {
  if (reductions.includes(name)) return 'a'
  if (name === 'equals') return 'ab'
  if (name === 'assigns') return 'ds'
  if (name === 'random') return 'd'
  const { length } = ops[name as keyof typeof ops]
  if (length === 3) return name.endsWith('s') ? 'das' : 'dab'
  if (length === 2) return name.endsWith('seq') ? 'ds' : 'da'
  return 'd'
}

/**
 * An elementary function in place. Applied again and again it would soon have nothing but zeros, infinities or NaN to work
 * on, for which `Math`'s functions have short cuts: the destination is filled anew, by a copy, before every call.
 */
const isRefilled = (name: string): boolean => /^(acos|asin|atan|cos|exp|log|sin|tan|(atan2|pow)(op)?)s?eq$/.test(name)

/** Ranges that keep results finite and ordinary: numbers near 1 where results pile up, cosines for inverse functions. */
function range(name: string): Pick<Input, 'low' | 'high'> {
  if (/^(asin|acos)/.test(name)) return { low: -1, high: 1 }
  if ((/eq$/.test(name) && !isRefilled(name)) || name === 'prod') return { low: 1, high: 1 + 1e-9 }
  return { low: 0.5, high: 4 }
}

/** In place, what results pile up with must leave them where they are; elsewhere 1 would be a shortcut in `Math.pow`. */
const scalar = (name: string): number => (name.endsWith('eq') && !isRefilled(name) ? 1 : 1.5)

function workload(name: string): Workload {
  const takes = signature(name)
  const input = (n: number): Input => ({ shape: [n], ...range(name) })
  return {
    name: `ops.${name}`,
    what: `\`ops.${name}\``,
    sizes,
    tolerance: name === 'random' ? Number.POSITIVE_INFINITY : 1e-12,
    inputs: (n) =>
      Object.fromEntries([...takes, ...(isRefilled(name) ? ['fresh'] : [])].filter((x) => x !== 's').map((x) => [x, input(n)])),
    implementations: {
      ops: (library, inputs) => {
        const f = library[name]!
        const [x, y, z] = [...takes].map((letter) => (letter === 's' ? scalar(name) : inputs[letter]!))
        const writes = takes.startsWith('d')
        if (takes.length === 3) return { writes, run: () => f(x, y, z) }
        if (takes.length === 2) return { writes, run: () => f(x, y) }
        return { writes, run: () => f(x) }
      },
    },
  }
}

export const opsWorkloads: readonly Workload[] = Object.keys(ops).map(workload)
