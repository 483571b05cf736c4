import * as np from 'weldarray'

function* permutations(rest: number[]): Generator<number[]> {
  if (rest.length === 0) yield []
  for (const x of rest) for (const others of permutations(rest.filter((y) => y !== x))) yield [x, ...others]
}

/** All ways to place eight queens: every permutation at once. */
export function program() {
  const n = 8
  const columns = np.array([...permutations([0, 1, 2, 3, 4, 5, 6, 7])], 'int64')
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
