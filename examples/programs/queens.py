import numpy as np


def permutations(n):
    orders = np.zeros((1, 1), dtype=int)
    for k in range(1, n):
        orders = np.concatenate([np.insert(orders, place, k, axis=1) for place in range(k + 1)])
    return orders


def program():
    n = 8
    columns = permutations(n)
    rows = np.arange(n)
    up = np.sort(columns + rows, axis=1)
    down = np.sort(columns - rows, axis=1)
    apart = (np.diff(up) != 0).all(axis=1) & (np.diff(down) != 0).all(axis=1)
    solutions = columns[apart]
    board = np.zeros((n, n), dtype=int)
    board[rows, solutions[0]] = 1
    mirrored = solutions[:, ::-1]
    codes = (solutions * 10 ** np.arange(n)).sum(axis=1)
    back = (mirrored * 10 ** np.arange(n)).sum(axis=1)
    return {
        "solutions": len(solutions),
        "first": board.tolist(),
        "places": np.bincount(solutions[:, 0], minlength=n).tolist(),
        "mirrored": bool(np.isin(back, codes).all()),
    }
