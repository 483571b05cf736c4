// The picture of ../photo.ts with ndarray-ops: an operation at a time, into arrays made beforehand.
import ndarray from 'ndarray'
import ops from 'ndarray-ops'

export function eagerPhoto(pixels: Uint8Array, shape: number[]): () => Uint8Array {
  const photo = ndarray(pixels, shape)
  const [height, width] = shape
  const inner = [height - 2, width - 2]
  const gray = ndarray(new Float64Array(height * width), [height, width])
  const channel = ndarray(new Float64Array(height * width), [height, width])
  const blurred = ndarray(new Float64Array(inner[0] * inner[1]), inner)
  const distance = ndarray(new Float64Array(inner[0] * inner[1]), inner)
  const result = ndarray(new Uint8Array(inner[0] * inner[1]), inner)

  return () => {
    ops.muls(gray, photo.pick(null, null, 0), 0.299)
    ops.muls(channel, photo.pick(null, null, 1), 0.587)
    ops.addeq(gray, channel)
    ops.muls(channel, photo.pick(null, null, 2), 0.114)
    ops.addeq(gray, channel)

    const view = (i: number, j: number) => gray.lo(i, j).hi(inner[0], inner[1])
    ops.assign(blurred, view(0, 0))
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) if (i + j > 0) ops.addeq(blurred, view(i, j))
    ops.divseq(blurred, 9)

    const mean = ops.sum(blurred) / blurred.size
    ops.subs(distance, blurred, mean)
    const std = Math.sqrt(ops.norm2squared(distance) / blurred.size)
    ops.divseq(distance, std)
    ops.mulseq(distance, 64)
    ops.addseq(distance, 128)
    ops.maxseq(distance, 0)
    ops.minseq(distance, 255)
    ops.round(result, distance)
    return result.data
  }
}
