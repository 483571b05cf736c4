import * as np from 'weldarray'

/** All orders of 0 … n-1: each number in turn put into every place of the orders of those before. */
function permutations(n: number) {
  let orders = np.zeros([1, 1], 'int64')
  for (let k = 1; k < n; k++)
    orders = np.concatenate(Array.from({ length: k + 1 }, (_, place) => np.insert(orders, place, k, { axis: 1 })))
  return orders
}

/** All ways to place eight queens: every permutation at once. */
export function program() {
  const n = 8
  const columns = permutations(n)
  const rows = np.arange(n, { dtype: 'int64' })
  const up = np.sort(columns.add(rows), 1)
  const down = np.sort(columns.sub(rows), 1)
  const apart = np.diff(up).not_equal(0).all(1).and(np.diff(down).not_equal(0).all(1))
  const solutions = columns.slice(apart)
  const board = np.zeros([n, n], 'int64')
  board.at(rows, solutions.slice(0)).set(1)
  const mirrored = solutions.slice(':', '::-1')
  const digits = np.power(10, rows)
  const codes = solutions.mul(digits).sum(1)
  const back = mirrored.mul(digits).sum(1)
  return {
    solutions: solutions.shape[0],
    first: board.tolist(),
    places: np.bincount(solutions.slice(':', 0), { minlength: n }).tolist(),
    mirrored: np.isin(back, codes).all(),
  }
}
