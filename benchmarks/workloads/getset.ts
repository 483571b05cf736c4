import type { Input, Workload } from '../harness/workload.js'

interface GetSet {
  get(i: number, j: number): number
  set(i: number, j: number, value: number): number
}

/** The program of every peer: y becomes 2x + 1, an element at a time. */
function nested(x: GetSet, y: GetSet, rows: number, columns: number): void {
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) y.set(i, j, x.get(i, j) * 2 + 1)
}

const side = 1000
const square: Input = { shape: [side, side], low: 0, high: 1 }
const common = { sizes: [side * side], inputs: () => ({ x: square, y: square }) }

const real: Workload['implementations'] = {
  'ndarray-ops':
    (_, { x, y }) =>
    () => {
      nested(x!, y!, side, side)
      return [y!]
    },
}

/** Two workloads, since every kind of array has a loop of its own to compile: run each in processes of its own. */
export const getsetWorkloads: readonly Workload[] = [
  {
    name: 'getset-own',
    what: "arrays in the library's memory",
    ...common,
    implementations: {
      ...real,
      weldarray:
        (_, { x, y }) =>
        () => {
          nested(x!, y!, side, side)
          return [y!]
        },
    },
  },
  {
    name: 'getset-data',
    what: "arrays over a caller's typed array",
    ...common,
    implementations: {
      ...real,
      weldarray: (np, inputs) => {
        const [x, y] = [inputs.x!, inputs.y!].map((v) => np.default(v.astype('float64').data, [side, side]))
        return () => {
          nested(x!, y!, side, side)
          return [y!]
        }
      },
    },
  },
]
