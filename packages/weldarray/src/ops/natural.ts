import { elementaryOf } from './elementary.js'
import { kernelsOf } from './kernels.js'

// biome-ignore lint/suspicious/noExplicitAny: JavaScript's own conversions are the definition here
type Fn = (b: any, c: any) => unknown

/** One operation on single elements of any kind: the loop for any elements, over one. */
export function naturalOf(op: string): Fn {
  const kernel = kernelsOf('mixed')![op]
  if (kernel === undefined) return elementaryOf(op)
  const [out, x, y]: unknown[][] = [[undefined], [undefined], [undefined]]
  return (b, c) => {
    x![0] = b
    y![0] = c
    kernel(1, 1, out, 0, 0, 1, x, 0, 0, 1, y, 0, 0, 1)
    return out![0]
  }
}
