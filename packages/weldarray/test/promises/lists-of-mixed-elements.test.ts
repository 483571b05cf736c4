import { expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'

test('an array over a list has the dtype that all its elements have, as a nested list has', () => {
  for (const list of [
    [true, 5, 7],
    [5, true, 7],
    [5n, 2],
    [2, 5n],
    [true, 2n],
    [2n, 3n],
    [true, false],
    [1, 2],
  ]) {
    const ours = ndarray(list as never)
    const nested = np.array(list as never)
    expect(np.asarray(ours as never).add(0).dtype).toBe(nested.add(0).dtype)
    expect(ours.add(0 as never).tolist()).toEqual(nested.add(0).tolist())
    expect(ours.sum().item()).toEqual(nested.sum().item())
  }
})
