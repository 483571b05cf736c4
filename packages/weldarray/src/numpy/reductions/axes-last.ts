import { contiguousStrides, type Node } from '@weldarray/ir'
import { view } from '@weldarray/runtime'

/** A value with some axes moved last, in their order. */
export function axesLast(value: Node, axes: readonly number[]): Node {
  const { shape } = value
  const order = [...shape.keys()].filter((axis) => !axes.includes(axis)).concat(axes)
  const strides = contiguousStrides(shape)
  return view(value, { shape: order.map((i) => shape[i]!), strides: order.map((i) => strides[i]!), offset: 0 })
}
