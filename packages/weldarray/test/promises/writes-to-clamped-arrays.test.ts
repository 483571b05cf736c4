import { expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'

test('what NumPy-style functions write to a Uint8ClampedArray is clamped and rounded as its stores do it', () => {
  const values = [300, -5, 2.6, 2.5, 3.5, NaN, Infinity, 7]
  const want = [...Uint8ClampedArray.from(values)]
  const fresh = () => ndarray(new Uint8ClampedArray(values.length))
  for (const value of [np.array(values), np.array(values).add(1).sub(1), values] as const) {
    const c = fresh()
    c.assign(value as never)
    expect([...c.data]).toEqual(want)
    const d = fresh()
    np.copyto(d as never, value as never, { casting: 'unsafe' })
    expect([...d.data]).toEqual(want)
    const e = fresh()
    np.copyto(e as never, value as never, { casting: 'unsafe', where: values.map((_, i) => i % 2 === 0) })
    expect([...e.data]).toEqual(want.map((x, i) => (i % 2 === 0 ? x : 0)))
    const f = fresh()
    np.put(f as never, [...values.keys()], value as never)
    expect([...f.data]).toEqual(want)
  }
  for (const value of values) {
    const c = fresh()
    c.assign(value)
    expect(c.data[0]).toBe(Uint8ClampedArray.of(value)[0])
  }
  const whole = fresh()
  whole.assign(np.array([300n, -3n, 5n, 0n, 1n, 255n, 256n, 7n]))
  expect([...whole.data]).toEqual([255, 0, 5, 0, 1, 255, 255, 7])
})
