import { expect, test, vi } from 'vitest'
import * as np from 'weldarray'

// The dtype of a result depends neither on how many elements there are nor on whether the function could be compiled.
const dtypes = ['uint8', 'int32', 'float32', 'float64'] as const

test.each(dtypes)('one element of %s is reduced and scanned to the dtype of many', (dtype) => {
  const sum = (a: number, b: number) => a + b
  for (const of of [np.reduce(sum), np.scan(sum)]) expect(of(np.ones(1, dtype)).dtype).toBe(of(np.ones(5, dtype)).dtype)
})

test.each(dtypes)('a function of %s that is called for each element gives the dtype of one that is compiled', (dtype) => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const x = np.ones(3, dtype)
  const boxed = np.vectorize((a: number) => Object(a).valueOf() + 0.5)
  expect(boxed(x).dtype).toBe(np.vectorize((a: number) => a + 0.5)(x).dtype)
  expect(boxed.refusal).not.toBeNull()
  const near = np.stencil((at) => Object(at(0)).valueOf() * 2)
  expect(near(x).dtype).toBe(np.stencil((at) => at(0) * 2)(x).dtype)
  warned.mockRestore()
})
