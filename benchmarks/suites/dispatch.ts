import { ndarrayOps } from '../peers/ndarray-ops.js'
import { numba } from '../peers/numba.js'
import { numpy } from '../peers/numpy.js'
import { eachFunction } from '../workloads/dispatch/each-function.js'
import * as e from '../workloads/dispatch/expressions.js'
import { chains, elementary, heat, logistic32, softmax32 } from '../workloads/dispatch/large.js'
import { accumulate, decay, life } from '../workloads/dispatch/no-cliffs.js'
import { starts } from './starts.js'
import { rows, type Suite } from './suite.js'

const even = { peer: numpy, least: 1 }
const nearly = { peer: numba, least: 0.8 }

/** What a call costs, from four elements on, and what follows from that. */
export const dispatch: Suite = {
  name: 'dispatch',
  title: 'The cost of a call',
  intro:
    "The ratio is the peer's time divided by ours; weldarray and Numba have two threads where the machine has. Programs are those of " +
    '`benchmarks/workloads/dispatch/`: results are compared first, then the peers take turns, and medians are shown. ' +
    'Up to 10⁵ elements results are left to garbage collection, as a plain program does.',
  sections: [
    {
      title: 'The same expression again and again',
      rows: [
        { workload: e.again, goals: [even] },
        { workload: e.anotherConstant, goals: [even], within: { of: e.again, most: 1.1 } },
        { workload: e.window, goals: [even], within: { of: e.again, most: 1.2 } },
        { workload: e.chain20, goals: [{ peer: numpy, least: (size) => (size >= 4000 ? 2 : 1) }] },
      ],
    },
    {
      title: 'Expressions on small and middling arrays',
      rows: rows([e.sum, e.maskedSum, e.standardize, e.softmax, e.distances], even),
    },
    {
      title: 'NumPy-style against ndarray-ops',
      rows: rows(eachFunction, { peer: ndarrayOps, least: 1.5 }),
      mean: { peer: ndarrayOps, least: 1.5 },
    },
    { title: 'Chains, against Numba', rows: rows([...chains, heat], nearly) },
    {
      title: 'Elementary functions, against NumPy',
      rows: [...rows([softmax32, logistic32], even), ...rows(elementary, { peer: numpy, least: 0.8 })],
    },
    { title: 'Loops without one `evaluate()`', rows: rows([accumulate, decay, life], even) },
  ],
  more: starts,
}
