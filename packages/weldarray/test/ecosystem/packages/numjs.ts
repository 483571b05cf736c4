import type { PackagePrograms } from '../support/program.js'
import type { Any } from '../support/realm.js'

const numjsOf = (require: (name: string) => Any): Any => require('@d4c/numjs').default

/** What `numjs` wraps is an `ndarray`, of its own making here. */
export const numjs: PackagePrograms = {
  name: '@d4c/numjs',
  elementary: ['elementary functions'],
  programs: {
    creation: ({ require }) => {
      const nj = numjsOf(require)
      const made = [
        nj.array([2, 3, 4]),
        nj.array([
          [1, 2, 3],
          [4, 5, 6],
        ]),
        nj.uint8([1, 2, 3]),
        nj.zeros([2, 3]),
        nj.ones([2, 3, 4], 'int32'),
        nj.random([4, 3]),
        nj.arange(10, 30, 5),
        nj.arange(1, 5, 'uint8'),
      ]
      return made.map((a) => [a.tolist(), a.shape, a.dtype, a.ndim, a.size, String(a)])
    },
    'arithmetic and statistics': ({ require, n }) => {
      const nj = numjsOf(require)
      const a = nj.arange(n(12, 1200)).reshape(n(3, 30), -1)
      const b = nj.ones([n(3, 30), n(4, 40)]).multiply(3)
      const list = [a.add(b), a.subtract(1), nj.multiply(a, b), nj.divide(a, b), nj.power(b, 2)]
      return [...list.map((x) => x.tolist()), a.sum(), a.max(), a.min(), a.mean(), a.std(), nj.dot(a, b.T).tolist()]
    },
    'elementary functions': ({ require, n }) => {
      const nj = numjsOf(require)
      const a = nj.arange(n(12, 1200)).divide(100)
      return ['sqrt', 'exp', 'log', 'sin', 'cos', 'tan', 'arctan', 'tanh', 'sigmoid'].map((f) => nj[f](a).tolist())
    },
    'shapes and slices': ({ require, n }) => {
      const nj = numjsOf(require)
      const a = nj.arange(n(15, 1500)).reshape(n(3, 30), -1)
      a.set(0, 0, 1)
      const first = a.slice([1, 3], [null, null, -1])
      first.assign(9, false)
      const both = nj.concatenate(a, a)
      return [
        a.tolist(),
        first.tolist(),
        a.T.tolist(),
        a.flatten().tolist(),
        both.tolist(),
        nj.stack([a, a]).shape,
        a.pick(1).tolist(),
      ]
    },
    'an array from the outside': ({ require, input, n }) => {
      const nj = numjsOf(require)
      const a = nj.zeros([2, 2])
      a.selection = input([n(3, 40), n(4, 30)], (i) => i)
      return [a.add(1).tolist(), a.sum(), a.tolist(), String(a), a.negative().tolist(), nj.equal(a, a.clone())]
    },
    'signals and images': ({ require, n }) => {
      const nj = numjsOf(require)
      const C = nj.random([n(4, 32), n(4, 32), 2])
      const filter = nj.array([
        [1, 2, 1],
        [0, 0, 0],
        [-1, -2, -1],
      ])
      return [nj.ifft(nj.fft(C)).tolist(), nj.convolve(nj.random([n(5, 36), n(5, 36)]), filter).tolist()]
    },
  },
}
