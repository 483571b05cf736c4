import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// Programs written the way people write loops, without one `evaluate()`: work and memory per turn do not grow with the turns.

test('an accumulator of fresh arrays keeps a bounded part of them alive', () => {
  const n = 2 ** 19
  const turns = 200
  const before = np.stats()
  // 128 MiB may be pending: 32 of these arrays. All of them together are 800 MiB.
  np.configure({ maxMemory: '600M' })
  try {
    const acc = np.full([n], 1.5).evaluate()
    for (let k = 1; k < turns; k++) acc.addeq(np.full([n], k).evaluate())
    const evaluations = np.stats().evaluationsImplicit - before.evaluationsImplicit
    expect(evaluations).toBeGreaterThanOrEqual(Math.floor(turns / 40))
    expect(evaluations).toBeLessThanOrEqual(Math.ceil(turns / 24))
    for (const i of [0, 1, n - 1]) expect(acc.get(i)).toBe(1.5 + (turns * (turns - 1)) / 2)
  } finally {
    np.configure({ maxMemory: '4G' })
  }
})

/** What each turn of a loop adds to the counters. */
function perTurn(turns: number, turn: (k: number) => void): { loops: number; plans: number; evaluations: number }[] {
  return Array.from({ length: turns }, (_, k) => {
    const before = np.stats()
    turn(k)
    const after = np.stats()
    return {
      loops: after.loops - before.loops,
      plans: after.plansMade - before.plansMade,
      evaluations: after.evaluationsImplicit - before.evaluationsImplicit,
    }
  })
}

const most = (list: readonly number[]): number => Math.max(...list)

describe('a state that is looked at in passing each turn', () => {
  const n = 4000

  test.each<[string, (y: np.NdArray) => unknown]>([
    ['by its sum', (y) => y.sum().item()],
    ['by its mean and deviation', (y) => [y.mean().item(), y.std().item()]],
    ['by its sum of squares', (y) => y.mul(y).sum().item()],
  ])('%s: as much work in the last turn as in the first ones', (_, look) => {
    let y = np.random.default_rng(1).random(n)
    const expected = Float64Array.from(y.tolist() as number[])
    const fused: number[] = []
    const turns = perTurn(60, () => {
      y = y.mul(0.99).add(0.01)
      look(y)
      for (let i = 0; i < n; i++) expected[i] = expected[i]! * 0.99 + 0.01
      const pending = y.mul(1)
      fused.push((pending.explain().match(/^ {2}fused: .*$/m)?.[0] ?? '').split(' ').length)
    })
    const late = turns.slice(10)
    expect(most(late.map((t) => t.loops))).toBeLessThanOrEqual(most(turns.slice(0, 10).map((t) => t.loops)))
    expect(late.reduce((sum, t) => sum + t.plans, 0)).toBe(0)
    // What is pending never holds more than two turns: nothing is computed a third time.
    expect(most(fused)).toBeLessThanOrEqual(8)
    expect(y.tolist()).toEqual([...expected])
  })

  test('by one element, or a slice: what has been computed in parts is computed once as a whole', () => {
    for (const look of [(y: np.NdArray) => y.get(17), (y: np.NdArray) => y.slice('10:60').sum().item()]) {
      let y = np.random.default_rng(1).random(n)
      const turns = perTurn(40, () => {
        y = y.mul(0.99).add(0.01)
        look(y)
      })
      const late = turns.slice(20)
      expect(most(late.map((t) => t.loops))).toBeLessThanOrEqual(3)
      expect(late.reduce((sum, t) => sum + t.plans, 0)).toBe(0)
    }
  })
})

test('a board that reads its neighbours each turn', () => {
  const size = 48
  const alive = (board: number[][], i: number, j: number) => board[(i + size) % size]![(j + size) % size]!
  const next = (board: number[][]) =>
    board.map((row, i) =>
      row.map((cell, j) => {
        let count = -cell
        for (let di = -1; di <= 1; di++) for (let dj = -1; dj <= 1; dj++) count += alive(board, i + di, j + dj)
        return count === 3 || (cell === 1 && count === 2) ? 1 : 0
      }),
    )
  let life = np.random.default_rng(3).random([size, size]).lt(0.4).astype('int32')
  let board = life.tolist() as number[][]
  const turns = perTurn(30, () => {
    let count = life.neg()
    for (const di of [-1, 0, 1]) for (const dj of [-1, 0, 1]) count = count.add(np.roll(life, [di, dj], [0, 1]))
    life = np.logical_or(count.eq(3), np.logical_and(life.eq(1), count.eq(2))).astype('int32')
    board = next(board)
  })
  expect(life.tolist()).toEqual(board)
  const late = turns.slice(10)
  expect(late.reduce((sum, t) => sum + t.plans, 0)).toBe(0)
  expect(most(late.map((t) => t.loops))).toBeLessThanOrEqual(most(turns.slice(0, 10).map((t) => t.loops)))
})

test('a running total that is seen through its columns is computed twice, and then is there', () => {
  const sums = () => np.random.default_rng(3).random([50, 300]).cumsum(1)
  const expected = sums().tolist() as number[][]
  const total = sums()
  const before = np.stats()
  for (let n = 0; n < 40; n++) expect(total.slice(':', n).mul(2).get(7)).toBe(expected[7]![n]! * 2)
  expect(np.stats({ since: before }).calls).toBeLessThanOrEqual(2)
})

describe('a loop that looks at its loss and writes its weights in place', () => {
  const [n, k, turns] = [3000, 4, 20]
  const x = np.random.default_rng(5).normal({ size: [n, k] })
  const y = x.matmul([1, 2, 3, 4])

  function train(look: (error: np.NdArray) => void): [weights: unknown, calls: number] {
    const w = np.zeros(k)
    ;[x, y].map((a) => a.evaluate())
    const before = np.stats()
    for (let turn = 0; turn < turns; turn++) {
      const error = x.matmul(w).sub(y)
      look(error)
      w.subeq(x.T.matmul(error).mul(0.1 / n))
    }
    const weights = w.tolist()
    return [weights, np.stats({ since: before }).calls]
  }

  test('multiplies by each matrix once a turn', () => {
    const [weights, calls] = train((error) => error.square().mean().item())
    expect(calls).toBeLessThanOrEqual(2 * turns + 1)
    expect(weights).toEqual(train(() => {})[0])
  })

  // What is broadcast, transposed or given another shape is read whole, beside calls too.
  test.each<[string, (b: np.NdArray) => np.NdArray]>([
    ['a row', (b) => b],
    ['a column turned over', (b) => b.reshape([k, 1]).T],
  ])('begins each turn with what the last one left in a bias that is added as %s', (_, asRow) => {
    const b = np.zeros(k)
    const w = np.ones([k, k])
    const late = perTurn(20, () => {
      const error = x.matmul(w).add(asRow(b)).sub(1)
      error.reshape([-1]).square().mean().item()
      b.subeq(error.mean(0).mul(0.1))
      w.subeq(x.T.matmul(error).mul(0.1 / n))
    }).slice(10)
    expect(late.reduce((sum, t) => sum + t.plans, 0)).toBe(0)
    expect(most(late.map((t) => t.loops))).toBeLessThanOrEqual(12)
  })

  test('stores what is written in place with the look that computes it', () => {
    const w = np.random.default_rng(6).random(n).evaluate()
    const expected = Float64Array.from(w.tolist() as number[])
    w.muleq(1.5)
    w.addeq(1)
    const before = np.stats()
    w.sum().item()
    expect(np.stats({ since: before }).loops).toBe(1)
    expect(w.isEvaluated).toBe(true)
    expect(w.get(7)).toBe(expected[7]! * 1.5 + 1)
  })
})

describe('what turn after turn is looked at in passing, and then gone on with, is computed once a turn', () => {
  const n = 4000
  const x = np.random.default_rng(9).random(n).evaluate()

  test('a board that is counted', () => {
    let life = np.random.default_rng(3).random([48, 48]).lt(0.4).astype('uint8')
    const loops = perTurn(12, () => {
      let count = np.roll(life, [0, 1], [0, 1])
      for (const by of [-1, 1]) count = count.add(np.roll(life, [by, 0], [0, 1]))
      life = np.logical_or(count.eq(3), np.logical_and(life.eq(1), count.eq(2))).astype('uint8')
      life.sum().item()
    }).map((turn) => turn.loops)
    // The second turn meets the board again; from the third on it is stored when it is counted.
    expect(most(loops.slice(4))).toBeLessThan(0.7 * loops[1]!)
  })

  test('a value of which another is made after its sum', () => {
    const expected = x.mul(3).add(1).tolist()
    const written = Array.from({ length: 6 }, () => {
      const before = np.stats()
      const y = x.mul(3)
      y.sum().item()
      const atSum = np.stats({ since: before }).bytesWritten
      expect(y.add(1).tolist()).toEqual(expected)
      return atSum
    })
    expect(written[0]).toBeLessThan(8 * n)
    expect(Math.min(...written.slice(1))).toBeGreaterThanOrEqual(8 * n)
  })

  test('and is not stored any more once nobody goes on with it', () => {
    const look = () => {
      const before = np.stats()
      const y = x.mul(5).sub(1)
      y.max().item()
      return { y, written: np.stats({ since: before }).bytesWritten }
    }
    look().y.add(1).evaluate()
    expect(look().written).toBeGreaterThanOrEqual(8 * n)
    const written = Array.from({ length: 8 }, () => look().written)
    expect(written.filter((bytes) => bytes >= 8 * n).length).toBeLessThanOrEqual(3)
    expect(written.at(-1)).toBeLessThan(8 * n)
    // And again, when it is needed again.
    look().y.add(1).evaluate()
    expect(look().written).toBeGreaterThanOrEqual(8 * n)
  })
})

describe('a loop of products that nobody looks at', () => {
  const [n, k, turns] = [400, 5, 60]
  const x = np.random.default_rng(12).normal({ size: [n, k] })
  const y = np.random.default_rng(13).random(n)
  const sigmoid = (z: np.NdArray) => np.divide(1, np.exp(z.neg()).add(1))

  function train(look: (w: np.NdArray) => void): [weights: unknown, perTurn: ReturnType<typeof perTurn>] {
    ;[x, y].map((a) => a.evaluate())
    const w = np.zeros(k)
    const each = perTurn(turns, () => {
      w.subeq(
        x.T.matmul(sigmoid(x.matmul(w)).sub(y))
          .div(n)
          .add(w.mul(1e-4)),
      )
      look(w)
    })
    return [w.tolist(), each]
  }

  test('computes its weights, which are written in place, once a turn, and each turn has the plan of the first', () => {
    const before = np.stats()
    const [weights, each] = train(() => {})
    const { calls } = np.stats({ since: before })
    const late = each.slice(5)
    expect(late.reduce((sum, t) => sum + t.plans, 0)).toBe(0)
    expect(most(late.map((t) => t.evaluations))).toBe(1)
    expect(calls).toBeLessThanOrEqual(2 * turns)
    expect(weights).toEqual(train((w) => w.tolist())[0])
  })

  test('has few plans where its state is another array each turn', () => {
    const step = np.random.default_rng(14).random([200, 200]).div(100).evaluate()
    const walk = (look: (state: np.NdArray) => void): unknown => {
      let state = np.ones([200, 1])
      for (let turn = 0; turn < turns; turn++) {
        state = step.matmul(state).add(1)
        look(state)
      }
      return state.tolist()
    }
    const first = walk(() => {})
    const before = np.stats()
    expect(walk(() => {})).toEqual(first)
    const { evaluationsImplicit, calls } = np.stats({ since: before })
    // A turn is an operation and a product.
    expect(evaluationsImplicit).toBeGreaterThanOrEqual(Math.floor(turns / 10))
    expect(evaluationsImplicit).toBeLessThanOrEqual(Math.ceil(turns / 4))
    expect(calls).toBe(turns)
    expect(walk((state) => state.evaluate())).toEqual(first)
  })
})
