import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// A stack times one matrix (the colours of an image by their weights) is a matrix with the rows of all, and short sums of what is made on
// the way are part of the loop that makes it. The bits are those of one matrix after the other.

const rng = np.random.default_rng(20261123)
const DTYPES = ['float64', 'float32', 'int32', 'int64', 'uint8', 'bool'] as const

const some = (dtype: string, shape: number[]): np.NdArray =>
  rng
    .normal(dtype === 'bool' ? 0.5 : 60, 20, shape)
    .astype(dtype as 'int32')
    .evaluate()

const oneByOne = (stack: np.NdArray, right: np.NdArray): unknown[] =>
  np.unstack(stack).map((x) => (x.shape.length > 2 ? oneByOne(x, right) : np.matmul(x.copy().evaluate(), right).tolist()))

describe.each(DTYPES)('%s', (dtype) => {
  test.each([
    [[5, 7, 3], [3]],
    [
      [5, 7, 3],
      [3, 4],
    ],
    [[2, 3, 600, 4], [4]],
    [
      [3, 700, 8],
      [8, 1],
    ],
    [[3, 700, 9], [9]],
    [[40, 60, 1], [1]],
    [[4, 1, 3000], [3000]],
  ])('%j by %j', (shape, by) => {
    const [x, y] = [some(dtype, shape), some(dtype, by)]
    const wanted = oneByOne(x, y)
    expect(np.matmul(x, y).tolist()).toEqual(wanted)
    // Made on the way, of another dtype, and where rows lie in several steps.
    expect(np.matmul(np.where(np.ones(shape, 'bool'), x, x), y).tolist()).toEqual(wanted)
    const wide = np.concatenate([x, x], 1).evaluate()
    expect(np.matmul(wide.slice(`:, :${shape[1]}`), y).tolist()).toEqual(wanted)
    const swapped = np.swapaxes(x, 0, 1).copy().evaluate()
    expect(np.matmul(np.swapaxes(swapped, 0, 1), y).tolist()).toEqual(wanted)
  })
})

test('gray values of an image of bytes are written, and nothing else', () => {
  const [height, width] = [60, 80]
  const image = rng.integers(0, 256, [height, width, 3]).astype('uint8').evaluate()
  const gray = image.matmul([0.299, 0.587, 0.114]).round().astype('uint8')
  const before = np.stats()
  gray.evaluate()
  const { bytesWritten, loops } = np.stats({ since: before })
  expect({ bytesWritten, loops }).toEqual({ bytesWritten: height * width, loops: 1 })
  const pixels = image.tolist() as number[][][]
  expect(gray.tolist()).toEqual(
    pixels.map((row) => row.map(([r, g, b]) => np.round(0.299 * r! + 0.587 * g! + 0.114 * b!).item())),
  )
})

test('of nothing there are sums of nothing', () => {
  expect(np.matmul(np.zeros([3, 0, 4]), np.ones([4])).shape).toEqual([3, 0])
  expect(np.matmul(np.zeros([0, 5, 4]), np.ones([4, 2])).shape).toEqual([0, 5, 2])
  expect(np.matmul(np.ones([3, 1000, 0]).mul(2), np.ones([0])).tolist()).toEqual(np.zeros([3, 1000]).tolist())
})
