import * as np from 'weldarray'
import type { Action } from '../support/step.js'
import { modelOf, strided } from '../support/world.js'

/** NumPy's own ways to see the same elements: mirrored, turned, with other axes, along a diagonal. */
export const turn: Action = (world, random) => {
  const pair = world.some(random, (p) => p.model.shape.length > 0 && p.model.shape.every((n) => n > 0))
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const { shape, stride, offset } = model
  const rank = shape.length
  const [i, j] = [random.int(0, rank - 1), random.int(0, rank - 1)]
  const mirrored = (axes: readonly number[]): [number[], number[], number] => [
    [...shape],
    stride.map((s, k) => (axes.includes(k) ? -s : s)),
    axes.reduce((at, k) => at + (shape[k]! - 1) * stride[k]!, offset),
  ]
  const swapped = (list: readonly number[]): number[] => list.with(i, list[j]!).with(j, list[i]!)
  const ways: [text: string, made: () => np.NdArray, view: [readonly number[], readonly number[], number]][] = [
    [`np.flip(${name}, ${i})`, () => np.flip(weld, i), mirrored([i])],
    [`np.flip(${name})`, () => np.flip(weld), mirrored(shape.map((_, k) => k))],
    [`${name}.swapaxes(${i}, ${j})`, () => weld.swapaxes(i, j), [swapped(shape), swapped(stride), offset]],
  ]
  if (rank < 4) {
    const lone = (list: readonly number[], x: number): number[] => list.toSpliced(i, 0, x)
    ways.push([`${name}.expandDims(${i})`, () => weld.expandDims(i), [lone(shape, 1), lone(stride, 0), offset]])
  }
  if (rank === 2) {
    const [r, c] = mirrored([1])[1] as [number, number]
    ways.push([
      `np.rot90(${name})`,
      () => np.rot90(weld),
      [[shape[1]!, shape[0]!], [c, r], offset + (shape[1]! - 1) * stride[1]!],
    ])
    ways.push([`np.diagonal(${name})`, () => np.diagonal(weld), [[Math.min(...shape)], [stride[0]! + stride[1]!], offset]])
  }
  const [text, made, [axes, steps, at]] = random.pick(ways)
  world.said = text
  world.add(made() as np.NdArray, modelOf(model.dtype, model.store, strided(model.data, axes, steps, at), model.repeats))
  return true
}
