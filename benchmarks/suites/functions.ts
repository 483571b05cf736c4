import type { Workload } from '../harness/workload.js'
import { arrayMap, arrayOperations } from '../peers/functions.js'
import { kernelAlone } from '../peers/kernel.js'
import { loop } from '../peers/loop.js'
import { numba } from '../peers/numba.js'
import { mandelbrot, newton } from '../workloads/functions/loops.js'
import { replayed } from '../workloads/functions/replayed.js'
import { blackscholes, haversine, piecewise } from '../workloads/functions/straight.js'
import { type Goal, rows, type Suite } from './suite.js'

const others: readonly Goal[] = [
  { peer: numba, least: 0.8 },
  { peer: loop, least: 5 },
  { peer: arrayMap, least: 5 },
]
const straight: readonly Workload[] = [blackscholes, haversine, piecewise]

/** What `vectorize` and `compile` make of functions. */
export const functions: Suite = {
  name: 'functions',
  title: 'Functions, compiled',
  intro:
    "The ratio is the peer's time divided by ours; weldarray and Numba have two threads where the machine has. Programs are those of " +
    '`benchmarks/workloads/functions/`: results are compared first, then the peers take turns, and medians are shown. Numba compiles ' +
    "the function with `target='parallel'` (`guvectorize` where it has two results); the loop is one over typed arrays that calls it, as " +
    '`Array.map` over lists does; array operations are the same expression recorded by this library, at each call. What a call takes over its ' +
    'kernel is the difference of the least times: each peer is a process of its own, and medians of both grow with what else the machine does.',
  sections: [
    { title: '`vectorize`: without loops', rows: rows(straight, ...others, { peer: arrayOperations, least: 0.95 }) },
    { title: '`vectorize`: loops of as many rounds as an element takes', rows: rows([mandelbrot, newton], ...others) },
    {
      title: '`compile`: 20 operations on few elements',
      rows: [
        {
          workload: replayed,
          goals: [
            { peer: arrayOperations, least: 1 },
            { peer: kernelAlone, over: 2e-3 },
          ],
        },
      ],
    },
  ],
}
