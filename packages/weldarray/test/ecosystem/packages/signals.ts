import { type PackagePrograms, wave } from '../support/program.js'
import type { Any } from '../support/realm.js'

/* Signals and images. */

export const fft: PackagePrograms = {
  name: 'ndarray-fft',
  programs: {
    'random numbers, there and back': ({ require, n }) => {
      const [zeros, ops, fft] = ['zeros', 'ndarray-ops', 'ndarray-fft'].map(require) as [Any, Any, Any]
      const size = n(4, 64)
      const [x, y] = [ops.random(zeros([size, size])), ops.random(zeros([size, size]))]
      fft(1, x, y)
      fft(-1, x, y)
      return [x, y]
    },
    'powers of two': ({ require, input, n }) => {
      const [x, y] = [input([n(4, 32), n(8, 64)], wave), input([n(4, 32), n(8, 64)], (i) => i % 3)]
      require('ndarray-fft')(1, x, y)
      return [x, y]
    },
    'other lengths': ({ require, input, n }) => {
      const [x, y] = [input([n(5, 1100)], wave), input([n(5, 1100)], () => 0)]
      require('ndarray-fft')(1, x, y)
      return [x, y]
    },
  },
}

export const convolve: PackagePrograms = {
  name: 'ndarray-convolve',
  programs: {
    'a Laplace filter': ({ require, input, n }) => {
      const filter = require('ndarray-pack')([
        [0, 1, 0],
        [1, -4, 1],
        [0, 1, 0],
      ])
      return require('ndarray-convolve')(input([n(6, 36), n(6, 36)], wave), filter)
    },
    'into an array, wrapped, correlated': ({ require, input, n }) => {
      const convolve = require('ndarray-convolve')
      const [size, few] = [n(8, 1100), 3]
      const a = () => input([size], wave)
      const b = () => input([few], (i) => i + 1)
      const out = a()
      convolve(out, a(), b())
      return [out, convolve.wrap(a(), b()), convolve.correlate(a(), b()), convolve.correlate.wrap(a(), b())]
    },
  },
}

export const moments: PackagePrograms = {
  name: 'ndarray-moments',
  programs: {
    'mean and variance': ({ require, ndarray }) => {
      const m = require('ndarray-moments')(2, ndarray(new Float64Array([1, 2, 5, -10])))
      return [m[0], m[1] - m[0] * m[0]]
    },
    'arrays that have values': ({ require, input, n }) => require('ndarray-moments')(4, input([n(3, 40), n(4, 50)], wave)),
  },
}

export const translate: PackagePrograms = {
  name: 'ndarray-translate',
  programs: {
    'up, down and away': ({ require, input, n }) => {
      const translate = require('ndarray-translate')
      const image = () => input([n(5, 40), n(4, 50)], wave)
      return [translate(image(), [1, 2]), translate(image(), [-2, 1.4]), translate(image(), [100, 180])]
    },
  },
}

export const warp: PackagePrograms = {
  name: 'ndarray-warp',
  programs: {
    'a whirl': ({ require, input, n }) => {
      const size = n(6, 40)
      const result = require('zeros')([size, size])
      const whirl = (out: number[], inp: number[]): void => {
        const [dx, dy] = [inp[0]! - size / 2, inp[1]! - size / 2]
        const [r, theta] = [Math.sqrt(dx * dx + dy * dy), Math.atan2(dy, dx)]
        out[0] = 0.9 * r * Math.cos(theta + 0.01 * r) + size / 2
        out[1] = 0.7 * r * Math.sin(theta + 0.01 * r) + size / 2
      }
      return require('ndarray-warp')(result, input([size, size], wave), whirl)
    },
    'one and three dimensions, in place of values': ({ require, input, n }) => {
      const half = (out: number[], inp: number[]): void => inp.forEach((x, k) => (out[k] = x / 2))
      const shapes = [[n(6, 1500)], [4, n(3, 20), n(3, 20)]]
      return shapes.map((s) =>
        require('ndarray-warp')(
          input(s, () => 0),
          input(s, wave),
          half,
        ),
      )
    },
  },
}

const bytes = (stream: Any): Promise<number[]> =>
  new Promise((done, fail) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
    stream.on('end', () => done([...Buffer.concat(chunks)]))
    stream.on('error', fail)
  })

export const pixels: PackagePrograms = {
  name: 'save-pixels',
  programs: {
    README: ({ require }) => {
      const x = require('zeros')([32, 32])
      x.set(16, 16, 255)
      return bytes(require('save-pixels')(x, 'png'))
    },
    'colour and grey as png, gif and jpeg': ({ require, input, n }) => {
      const size = n(4, 40)
      const save = require('save-pixels')
      const images = [
        [size, size],
        [size, size, 3],
        [size, size, 4],
        [size, size, 1],
      ].map((s) => input(s, (i) => (i * 7) % 256, 'uint8'))
      return Promise.all([
        ...images.map((a) => bytes(save(a, 'png'))),
        bytes(save(images[1], 'gif')),
        bytes(save(images[1], 'jpg', { quality: 80 })),
      ])
    },
  },
}
