import { checkRank, ShapeError, showShape, sizeOf, type View } from '@weldarray/ir'

/** A shape with at most one -1, which takes what is left of `size`. */
export function resolveShape(what: string, asked: readonly number[], from: readonly number[]): number[] {
  checkRank(what, asked.length)
  const size = sizeOf(from)
  const shape = [...asked]
  const open = shape.indexOf(-1)
  const bad = (): never => {
    throw new ShapeError(
      `${what}: an array of shape ${showShape(from)} (${size} elements) cannot take the shape ${showShape(asked)}`,
    )
  }
  if (shape.some((n, i) => i !== open && (!Number.isInteger(n) || n < 0))) bad()
  if (open >= 0) {
    const rest = shape.reduce((n, d, i) => (i === open ? n : n * d), 1)
    if (rest === 0 || size % rest !== 0) bad()
    shape[open] = size / rest
  }
  if (sizeOf(shape) !== size) bad()
  return shape
}

/**
 * The strides with which the elements of `view`, in C order, are seen in another shape of the same size;
 * null where no strides do it and the elements must be copied. Axes are matched in groups of equal product (NumPy's method).
 */
export function reshapeStrides(view: View, shape: readonly number[]): number[] | null {
  if (sizeOf(shape) === 0) return shape.map(() => 1)
  const old: number[] = []
  const steps: number[] = []
  view.shape.forEach((n, i) => {
    if (n === 1) return
    old.push(n)
    steps.push(view.strides[i]!)
  })
  const strides = new Array<number>(shape.length).fill(1)
  let o = 0
  let n = 0
  while (o < old.length && n < shape.length) {
    let o2 = o + 1
    let n2 = n + 1
    let have = old[o]!
    let want = shape[n]!
    while (have !== want) {
      if (want < have) want *= shape[n2++]!
      else have *= old[o2++]!
    }
    for (let k = o; k < o2 - 1; k++) if (steps[k] !== old[k + 1]! * steps[k + 1]!) return null
    let step = steps[o2 - 1]!
    for (let k = n2 - 1; k >= n; k--) {
      strides[k] = step
      step *= shape[k]!
    }
    o = o2
    n = n2
  }
  return strides
}
