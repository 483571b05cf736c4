import type { Workload } from '../harness/workload.js'
import { loop } from '../peers/loop.js'
import { numpy } from '../peers/numpy.js'
import { matrixVector, products } from '../workloads/builders/contracting.js'
import { factors } from '../workloads/builders/factoring.js'
import * as programs from '../workloads/builders/programs.js'
import { integers, normal, random } from '../workloads/builders/random.js'
import * as s from '../workloads/builders/selecting.js'
import { otherSorts, sort } from '../workloads/builders/sorting.js'
import { type Goal, type Row, rows, type Suite } from './suite.js'

/** `least` at 10⁶ elements; 0.7, or `least` where that is less, below. */
const goal = (least: number): Goal => ({ peer: numpy, least: (size) => (size >= 1e6 ? least : Math.min(least, 0.7)) })
const row = (workload: Workload, least: number): Row => ({ workload, goals: [goal(least)] })

/** Filters, gathers, scans, scatters, joins, sorts, contractions, random numbers: each alone, fused, and in programs. */
export const builders: Suite = {
  name: 'builders',
  title: 'Builders',
  intro:
    "The ratio is the peer's time divided by ours. float64 unless said; programs are those of `benchmarks/workloads/builders/`: results " +
    'are compared first, then the peers take turns, and medians are shown. Products of matrices are against OpenBLAS, on as many ' +
    'threads as the machine has cores. WebAssembly has vectors of 128 bits and no fused multiply-add whose bits every machine agrees on, so that ' +
    'a core of the last generations does at most 6 operations on doubles in a cycle (two multiplications and four additions fit three ports), and ' +
    'with 512 bits and fused ones 32: what nothing can beat in products of matrices is about 0.19. The kernel alone reaches nine tenths of it.',
  sections: [
    {
      title: 'Filters, gathers, scans, scatters',
      rows: [
        ...rows(s.masks, goal(1)),
        row(s.maskedSum, 4),
        row(s.take, 1),
        row(s.gathered, 2),
        row(s.cumsum, 1.5),
        row(s.cumsumFused, 3),
        row(s.bincount, 1),
        row(s.histogram, 3),
      ],
    },
    { title: 'Joins', rows: [...rows(s.joins, goal(1)), ...rows(s.pendingJoins, goal(2))] },
    {
      title: 'Sorts',
      rows: [
        { workload: sort, goals: [goal(0.7), { peer: loop, least: (size) => (size >= 1e6 ? 4 : 1) }] },
        ...rows(otherSorts, goal(0.7)),
      ],
    },
    { title: 'Contractions', rows: [...rows(products, { peer: numpy, least: 0.3 }), row(matrixVector, 0.8)] },
    { title: 'Factorizations', rows: rows(factors, { peer: numpy, least: 0.25 }) },
    { title: 'Random numbers', rows: [row(random, 1), row(normal, 0.7), row(integers, 1)] },
    { title: 'Programs', rows: rows(Object.values(programs), { peer: numpy, least: 2 }) },
  ],
}
