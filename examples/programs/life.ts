import * as np from 'weldarray'

const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dy, dx])).filter(([dy, dx]) => dy !== 0 || dx !== 0)

/** Conway's game on a torus. */
export function program() {
  const rng = np.random.default_rng(5)
  let board = rng.random([200, 200]).less(0.3).astype('uint8')
  board.at(':3, :3').set([
    [0, 1, 0],
    [0, 0, 1],
    [1, 1, 1],
  ])
  const history: number[] = []
  for (let turn = 0; turn < 50; turn++) {
    const neighbours = around.map((shift) => np.roll(board, shift, [0, 1])).reduce((a, b) => a.add(b))
    board = neighbours
      .equal(3)
      .or(board.equal(1).and(neighbours.equal(2)))
      .astype('uint8')
    history.push(board.sum().item())
  }
  const [rows, columns] = np.nonzero(board)
  return { history, rows: rows.slice(':20').tolist(), columns: columns.slice('-20:').tolist() }
}
