import { type PackagePrograms, wave } from '../support/program.js'
import type { Any } from '../support/realm.js'

/* Packages that make and fill arrays. */

export const pack: PackagePrograms = {
  name: 'ndarray-pack',
  programs: {
    'nested arrays': ({ require, n }) =>
      require('ndarray-pack')(
        Array.from({ length: n(4, 40) }, (_, i) => Array.from({ length: n(3, 30) }, (_, j) => (i * j) % 5)),
      ),
    'into an array': ({ require, input }) =>
      require('ndarray-pack')(
        [
          [1, 0, 1],
          [0, 1, 1],
        ],
        input([2, 3], wave),
      ),
  },
}

export const unpack: PackagePrograms = {
  name: 'ndarray-unpack',
  programs: {
    'a matrix': ({ require }) => {
      const x = require('zeros')([5, 5])
      x.set(2, 2, 1)
      return require('ndarray-unpack')(x)
    },
    'arrays of one, two and three dimensions': ({ require, input, n }) =>
      [[n(5, 2000)], [n(2, 40), n(3, 30)], [n(2, 10), 3, n(2, 40)]].map((shape) => require('ndarray-unpack')(input(shape, wave))),
  },
}

export const fill: PackagePrograms = {
  name: 'ndarray-fill',
  programs: {
    'ten times the row plus the column': ({ require }) =>
      require('ndarray-fill')(require('zeros')([5, 5]), (i: number, j: number) => 10 * i + j),
    'an array that has values': ({ require, input, n }) =>
      require('ndarray-fill')(input([n(3, 40), n(2, 30)], wave), (i: number, j: number) => 10 * i + j),
  },
}

export const zeros: PackagePrograms = {
  name: 'zeros',
  programs: {
    'shapes and dtypes': ({ require, n }) => [
      require('zeros')([n(4, 64), n(4, 64)]),
      ...['array', 'uint8', 'int16', 'float', 'float32', 'double', 'uint8_clamped'].map((d) => require('zeros')([2, 3], d)),
    ],
    'like another array': ({ require, input, n }) => {
      const x = input([n(2, 40), 30], wave, 'float32')
      return require('zeros')(x.shape, x.dtype)
    },
  },
}

export const linspace: PackagePrograms = {
  name: 'ndarray-linspace',
  programs: {
    README: ({ require, ndarray }) => {
      const linspace = require('ndarray-linspace')
      return [
        linspace(ndarray([], [5]), 2, 3),
        linspace(ndarray([], [5]), 2, 3, { endpoint: false }),
        linspace(ndarray([], [2, 2]), 0, 1),
        linspace(ndarray([], [2, 2]), 0, 1, { axis: 1 }),
      ]
    },
    'an array that has values': ({ require, input, n }) => {
      const linspace = require('ndarray-linspace')
      return linspace(input([n(3, 40), n(4, 50)], wave), -1, 1, { axis: 1 })
    },
  },
}

export const scratch: PackagePrograms = {
  name: 'ndarray-scratch',
  programs: {
    'malloc and free': ({ require, n }) => {
      const pool = require('ndarray-scratch')
      const x = pool.zeros([n(3, 50), n(3, 50)])
      x.set(1, 1, 5)
      const seen = pool.clone(x)
      pool.free(x)
      return [seen, pool.ones([2, 2], 'int32'), pool.eye([3, 3], 'float32')]
    },
    'a clone of an array': ({ require, input, n }) => require('ndarray-scratch').clone(input([n(3, 40), n(2, 30)], wave)),
    'an array that is freed: the pool has its memory, and nothing else shows what is put there': ({ require, input, n }) => {
      const pool = require('ndarray-scratch')
      // A length for which the pool has a bin of its own.
      const x = input([n(16, 2048)], wave)
      const copy = pool.clone(x)
      const data = x.data
      pool.free(x)
      const other = pool.malloc([n(16, 2048)])
      other.set(0, 777)
      return [copy.hi(n(16, 2048)).get(0), other.data.length >= data.length, (other as Any).get(0)]
    },
  },
}
