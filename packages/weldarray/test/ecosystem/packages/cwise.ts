// biome-ignore-all lint/complexity/useArrowFunction: cwise reads the text of these functions
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import { type PackagePrograms, wave } from '../support/program.js'
import type { Any } from '../support/realm.js'

export const cwise: PackagePrograms = {
  name: 'cwise',
  programs: {
    'adding two arrays': ({ require, input, n }) => {
      const addeq = require('cwise')({
        args: ['array', 'array'],
        body: function (a: number, b: number) {
          a += b
        },
      })
      const X = input([n(3, 40), n(2, 30)], wave, 'float32')
      addeq(
        X,
        input([n(3, 40), n(2, 30)], (i) => i, 'float32'),
      )
      return X
    },
    'multiplying with a scalar': ({ require, input, n }) => {
      const muls = require('cwise')({
        args: ['array', 'scalar'],
        body: function (a: number, s: number) {
          a *= s
        },
      })
      return muls(input([n(5, 2000)], wave), 2.0)
    },
    'a grid of the first index': ({ require, input, n }) => {
      const mgrid = require('cwise')({
        args: ['index', 'array'],
        body: function (i: number[], a: number) {
          a = i[0]!
        },
      })
      return mgrid(input([n(5, 1500)], () => 0, 'float32'))
    },
    'norms by blocks': ({ require, ndarray, input, n }) => {
      const norm2D = require('cwise')({
        args: ['array', { blockIndices: -1 }],
        body: function (o: number, i: number[]) {
          o = Math.sqrt(i[0]! * i[0]! + i[1]! * i[1]!)
        },
      })
      const o = ndarray([0, 0, 0], [3])
      norm2D(o, ndarray([1, 2, 3, 4, 5, 6], [3, 2]))
      const out = input([n(4, 1100)], () => 0)
      norm2D(out, input([n(4, 1100), 2], wave))
      return [o, out]
    },
    'a stencil': ({ require, input, n }) => {
      const laplacian = require('cwise')({
        args: [
          'array',
          'array',
          { offset: [0, 1], array: 1 },
          { offset: [0, -1], array: 1 },
          { offset: [1, 0], array: 1 },
          { offset: [-1, 0], array: 1 },
        ],
        body: function (a: number, c: number, n: number, s: number, e: number, w: number) {
          a = 0.25 * (n + s + e + w) - c
        },
      })
      const size = n(6, 40)
      const inside = (a: Any): Any => a.lo(1, 1).hi(size - 2, size - 2)
      const next = input([size, size], () => 0)
      laplacian(inside(next), inside(input([size, size], wave)))
      return next
    },
    'the sum, whether any is set, the index of the least': ({ require, input, n }) => {
      const cwise = require('cwise')
      const sum = cwise({
        args: ['array'],
        pre: function (this: Any) {
          this.sum = 0
        },
        body: function (this: Any, a: number) {
          this.sum += a
        },
        post: function (this: Any) {
          return this.sum
        },
      })
      const any = cwise({
        args: ['array'],
        body: function (a: number) {
          if (a) {
            return true
          }
        },
        post: function () {
          return false
        },
      })
      const X = input([n(3, 50), n(4, 40)], wave)
      return [sum(X), any(X), any(input([n(3, 2000)], () => 0))]
    },
  },
}
