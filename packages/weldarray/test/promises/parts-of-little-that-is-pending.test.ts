import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

const evaluations = (run: () => void): number => {
  const since = np.stats()
  run()
  return np.stats({ since }).evaluationsImplicit
}

describe('parts of little that is pending', () => {
  test('a loop through rows does nothing later, and evaluates them once', () => {
    const rows = (): np.NdArray => np.sin(np.arange(400)).add(np.ones(400)).reshape(200, 2)
    const filtered = (signal: np.NdArray): number[] => {
      let x = np.zeros(2)
      const track: number[] = []
      for (const row of np.unstack(signal)) {
        x = x.mul(0.5).add(np.eye(2).matmul(row))
        track.push(x.dot(x).item())
      }
      return track
    }
    const expected = filtered(rows().evaluate())
    let track: number[] = []
    expect(evaluations(() => (track = filtered(rows())))).toBeLessThanOrEqual(2)
    expect(track).toEqual(expected)
  })

  test('few numbers that are counted are there', () => {
    expect(evaluations(() => np.eye(4).matmul(np.arange(4)).sum().item())).toBe(0)
  })

  test('a view of few elements that are there needs no plan', () => {
    const a = np.array([
      [1, 2],
      [3, 4],
    ])
    expect(evaluations(() => expect(a.slice(0).dot(a.slice(1)).item()).toBe(11))).toBe(0)
  })

  test('what is large stays pending', () => {
    const large = np.sin(np.arange(5000))
    expect(evaluations(() => large.slice(':3').add(1))).toBe(0)
    const nested = np.sin(np.arange(50_000).reshape(500, 100)).sum(1)
    expect(evaluations(() => nested.slice(':3').add(1))).toBe(0)
  })
})
