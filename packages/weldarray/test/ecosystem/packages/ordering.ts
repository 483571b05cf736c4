import { type PackagePrograms, wave } from '../support/program.js'
import type { Any } from '../support/realm.js'

/* Sorting, joining, telling, showing. */

export const select: PackagePrograms = {
  name: 'ndarray-select',
  programs: {
    'the median of a list': ({ require }) => {
      const points = require('ndarray-pack')([0, 0, 1, 2.5, -1])
      return [require('ndarray-select')(points, points.shape[0] >> 1).get(), points]
    },
    'the median of vectors': ({ require, input, n }) => {
      const points = input([n(5, 500), 3], wave)
      const median = require('ndarray-select')(points, points.shape[0] >> 1)
      return [median.get(0), median.get(1), median.get(2), points]
    },
    'with a comparison': ({ require, input, n }) => {
      const points = input([n(5, 1500)], wave)
      return require('ndarray-select')(points, 2, (a: Any, b: Any) => b.get() - a.get()).get()
    },
    'compiled beforehand': ({ require, input, n }) => {
      const points = input([n(6, 1500)], wave)
      return require('ndarray-select').compile(points.order, false, points.dtype)(points, 3)
    },
  },
}

export const sort: PackagePrograms = {
  name: 'ndarray-sort',
  programs: {
    'rows of random numbers': ({ require, ndarray }) => {
      const x = ndarray(new Float32Array(60), [20, 3])
      for (let i = 0; i < 20; ++i) for (let j = 0; j < 3; ++j) x.set(i, j, Math.random())
      return require('ndarray-sort')(x)
    },
    'arrays of one and two dimensions': ({ require, input, n }) => [
      require('ndarray-sort')(input([n(6, 1500)], wave)),
      require('ndarray-sort')(input([n(6, 400), 3], (i) => i % 4, 'int32')),
    ],
  },
}

export const rows: PackagePrograms = {
  name: 'ndarray-concat-rows',
  programs: {
    README: ({ require, ndarray }) => {
      const r = require('ndarray-concat-rows')
      return [r([ndarray([1, 2]), ndarray([3, 4])]), r([ndarray([1, 2, 3, 4], [2, 2]), ndarray([5, 6, 7, 8, 9, 10], [3, 2])])]
    },
    'into an array': ({ require, input, n }) => {
      const out = input([n(5, 90), n(2, 20)], wave)
      return require('ndarray-concat-rows')(out, [input([n(2, 40), n(2, 20)], wave), input([n(3, 50), n(2, 20)], (i) => i)])
    },
    'of a dtype': ({ require, input, n }) =>
      require('ndarray-concat-rows')([input([n(2, 1200)], wave), input([n(3, 1100)], (i) => i)], { dtype: 'float32' }),
  },
}

export const columns: PackagePrograms = {
  name: 'ndarray-concat-cols',
  programs: {
    README: ({ require, ndarray }) => {
      const c = require('ndarray-concat-cols')
      return [
        c([ndarray([1, 2, 3], [3, 1]), ndarray([4, 5, 6], [3, 1])]),
        c([ndarray([1, 2, 3, 4, 5, 6], [3, 2]), ndarray([7, 8, 9], [3, 1])]),
      ]
    },
    'arrays that have values': ({ require, input, n }) =>
      require('ndarray-concat-cols')([input([n(2, 40), n(2, 30)], wave), input([n(2, 40), n(3, 35)], (i) => i)]),
  },
}

export const isndarray: PackagePrograms = {
  name: 'isndarray',
  programs: {
    'what is an array and what is not': ({ require, ndarray, input, n }) => {
      const isnd = require('isndarray')
      const fake = new (class View3dtrick16 {
        dtype = 'fake'
      })()
      return [
        isnd(ndarray(new Int8Array(32 * 32), [32, 32])),
        isnd(ndarray(new Float64Array(32))),
        isnd(ndarray(new Uint32Array(4 * 4 * 4), [4, 4, 4])),
        isnd(ndarray([1, 2])),
        isnd(input([n(3, 40), n(3, 40)], wave)),
        isnd(input([n(3, 1200)], wave, 'int32').lo(1)),
        isnd(new Int8Array(32 * 32)),
        isnd(fake),
        isnd(null),
      ]
    },
  },
}

export const show: PackagePrograms = {
  name: 'ndarray-show',
  programs: {
    '1d and 2d': ({ require, ndarray }) => {
      const show = require('ndarray-show')
      return [show(ndarray([1, 2, 3, 4])), show(ndarray([1, 4, 2.34e-9, 5.55e55, 3, -990.52], [3, 2]))]
    },
    'three and four dimensions': ({ require }) => {
      const [zeros, fill, show] = ['zeros', 'ndarray-fill', 'ndarray-show'].map(require) as [Any, Any, Any]
      const f = (x: number, y: number, z: number, w = 0): number =>
        2 ** (10 * Math.cos(y - 3 * x + z / 2) + Math.sin(x * 3 + y - z / 8) * (z + 0.3 - w))
      return [show(fill(zeros([3, 3, 3]), f)), show(fill(zeros([3, 3, 3, 3]), f))]
    },
    'an array that has values': ({ require, input, n }) => require('ndarray-show')(input([n(3, 40), n(3, 30)], wave)),
  },
}
