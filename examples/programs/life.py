import numpy as np


def program():
    rng = np.random.default_rng(5)
    board = (rng.random((200, 200)) < 0.3).astype(np.uint8)
    board[:3, :3] = [[0, 1, 0], [0, 0, 1], [1, 1, 1]]
    history = []
    for _ in range(50):
        neighbours = sum(
            np.roll(board, (dy, dx), axis=(0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if (dy, dx) != (0, 0)
        )
        board = ((neighbours == 3) | ((board == 1) & (neighbours == 2))).astype(np.uint8)
        history.append(int(board.sum()))
    rows, columns = np.nonzero(board)
    return {"history": history, "rows": rows[:20].tolist(), "columns": columns[-20:].tolist()}
