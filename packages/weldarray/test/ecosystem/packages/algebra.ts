import { type PackagePrograms, wave } from '../support/program.js'

/* Linear algebra. */

export const gemm: PackagePrograms = {
  name: 'ndarray-gemm',
  programs: {
    'c = a * b': ({ require, input, n }) => {
      const [p, q, r] = [n(3, 30), n(4, 40), n(2, 50)]
      const c = input([p, r], wave)
      require('ndarray-gemm')(
        c,
        input([p, q], wave),
        input([q, r], (i) => (i % 7) - 3),
      )
      return c
    },
    'c = alpha * a * b + beta * c': ({ require, input, n }) => {
      const [p, q, r] = [n(3, 30), n(4, 40), n(2, 50)]
      const c = input([p, r], wave)
      require('ndarray-gemm')(
        c,
        input([p, q], wave),
        input([q, r], (i) => (i % 7) - 3),
        2.5,
        -1,
      )
      return c
    },
  },
}

export const matvec: PackagePrograms = {
  name: 'ndarray-matrix-vector-product',
  programs: {
    README: ({ require }) => {
      const zeros = require('zeros')
      const [x, M, y] = [zeros([16]), zeros([16, 8]), zeros([8])]
      M.set(1, 2, 10.0)
      y.set(2, 3)
      require('ndarray-matrix-vector-product')(x, M, y)
      return x
    },
    'arrays that have values': ({ require, input, n }) => {
      const x = input([n(3, 40)], wave)
      require('ndarray-matrix-vector-product')(x, input([n(3, 40), n(4, 50)], wave), input([n(4, 50)], wave))
      return x
    },
  },
}

export const blas1: PackagePrograms = {
  name: 'ndarray-blas-level1',
  programs: {
    README: ({ require, ndarray }) => {
      const y = ndarray([3, 4, 5])
      return [require('ndarray-blas-level1').axpy(2, ndarray([1, 2, 3]), y), y]
    },
    'every function': ({ require, input, n }) => {
      const blas = require('ndarray-blas-level1')
      const [x, y] = [input([n(5, 2000)], wave), input([n(5, 2000)], (i) => i % 9)]
      const before = [blas.dot(x, y), blas.nrm2(x), blas.asum(x), blas.iamax(x), blas.rotg(3, 4)]
      blas.swap(x, y)
      blas.scal(0.5, x)
      blas.axpy(2, x, y)
      blas.cpsc(3, x, y)
      blas.copy(x, y)
      return [...before, x, y]
    },
  },
}

export const blas2: PackagePrograms = {
  name: 'ndarray-blas-level2',
  programs: {
    'every function': ({ require, input, n }) => {
      const blas = require('ndarray-blas-level2')
      const size = n(4, 40)
      const A = input([size, size], (i) => wave(i) + (i % (size + 1) === 0 ? 50 : 0))
      const vector = () => input([size], (i) => i % 5)
      const list = Array.from({ length: 9 }, vector)
      blas.gemv(2, A, list[0], 3, list[1])
      blas.trmv(A, list[2])
      blas.trmv(A, list[3], true)
      blas.trsv(A, list[4])
      blas.trsv(A, list[5], true)
      blas.symv(A, list[0], list[6], false, 2, 1)
      blas.symv(A, list[0], list[7], true)
      blas.gbmv(A, 1, 2, list[0], list[8], 1, 0.5)
      return list
    },
  },
}

export const qr: PackagePrograms = {
  name: 'ndarray-householder-qr',
  programs: {
    'least squares': ({ require, ndarray }) => {
      const qr = require('ndarray-householder-qr')
      const A = ndarray(new Float64Array([0, 1, 1, 1, 2, 1]), [3, 2])
      const d = require('ndarray-scratch').zeros([2])
      const [y, y2] = [ndarray([1, 2, 3]), ndarray([2, 3, 4])]
      return [qr.factor(A, d), qr.solve(A, d, y), y, qr.solve(A, d, y2), y2]
    },
    'every function': ({ require, input, n }) => {
      const qr = require('ndarray-householder-qr')
      const [rows, columns] = [n(5, 50), n(3, 25)]
      const [A, d] = [input([rows, columns], wave), input([columns], () => 0)]
      const [x, y, z, Q] = [0, 1, 2, 3].map((k) => input(k < 3 ? [rows] : [rows, columns], (i) => i % 4)) as [
        never,
        never,
        never,
        never,
      ]
      qr.factor(A, d)
      return [qr.multiplyByQ(A, x), qr.multiplyByQinv(A, y), qr.constructQ(A, Q), qr.solve(A, d, z), x, y, z, Q]
    },
  },
}
