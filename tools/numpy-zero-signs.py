"""Writes packages/weldarray/test/fixtures/numpy-zero-signs.json: which zero NumPy makes of nothing but -0.

Run by hand (`python3 tools/numpy-zero-signs.py`, NumPy 2.4) when cases are added; `sums-of-negative-zeros.test.ts` makes the same calls by
their names. Signs are runs in C order: `+1-4` is a 0 and four times -0.
"""
import itertools
import json
import os
import warnings

import numpy as np

warnings.simplefilter('ignore')
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'packages', 'weldarray', 'test', 'fixtures')
LENGTHS = [1, 2, 3, 8, 9, 17, 130, 4097, 100_000]
DTYPES = ['float64', 'float32']

ones = lambda x: np.ones(len(x), x.dtype)
columns = lambda x: np.stack([x] * 3, 1)
rows = lambda x: np.stack([x] * 3)
square = lambda x: -np.zeros((min(len(x), 300),) * 2, x.dtype)
twice = lambda x: np.concatenate([x, x])
two = lambda x: np.ones((len(x), 2), x.dtype)


def at(x):
    a = -np.zeros(2, x.dtype)
    np.add.at(a, np.zeros(len(x), int), x)
    return a


CALLS = {
    'sum': lambda x: np.sum(x),
    'sum keepdims': lambda x: np.sum(x, keepdims=True),
    'sum over no axes': lambda x: np.sum(x, axis=()),
    'sum of an element': lambda x: np.sum(x[0]),
    'sum from 0': lambda x: np.sum(x, initial=0.),
    'sum from -0': lambda x: np.sum(x, initial=-0.),
    'sum from -0 along rows': lambda x: np.sum(columns(x), axis=1, initial=-0.),
    'sum where': lambda x: np.sum(x, where=np.arange(len(x)) % 2 == 0),
    'sum where nothing': lambda x: np.sum(x, where=np.zeros(len(x), bool)),
    'sum from -0 where': lambda x: np.sum(x, where=np.arange(len(x)) % 2 == 0, initial=-0.),
    'sum from -0 where nothing': lambda x: np.sum(x, where=np.zeros(len(x), bool), initial=-0.),
    'sum of columns': lambda x: np.sum(columns(x), axis=0),
    'sum of rows': lambda x: np.sum(columns(x), axis=1),
    'sum of both': lambda x: np.sum(columns(x)),
    'sum of one column': lambda x: np.sum(x[:, None], axis=1),
    'sum of one row': lambda x: np.sum(x[None], axis=0),
    'sum of rows and planes': lambda x: np.sum(columns(x)[:, None, :], axis=(0, 2)),
    'sum backwards': lambda x: np.sum(x[::-1]),
    'sum of every other': lambda x: np.sum(np.repeat(x, 2)[::2]),
    'sum of one element many times': lambda x: np.sum(np.broadcast_to(x[:1], x.shape)),
    'mean': lambda x: np.mean(x),
    'mean of rows': lambda x: np.mean(columns(x), axis=1),
    'mean of one column': lambda x: np.mean(x[:, None], axis=1),
    'average': lambda x: np.average(x),
    'average by weights': lambda x: np.average(x, weights=ones(x)),
    'var': lambda x: np.var(x),
    'std': lambda x: np.std(x),
    'median': lambda x: np.median(x),
    'median of rows': lambda x: np.median(columns(x), axis=1),
    'nanmedian': lambda x: np.nanmedian(x),
    'nansum': lambda x: np.nansum(x),
    'nanmean': lambda x: np.nanmean(x),
    'prod': lambda x: np.prod(x),
    'max': lambda x: np.max(x),
    'add.reduce': lambda x: np.add.reduce(x),
    'add.reduceat': lambda x: np.add.reduceat(x, [0, len(x) // 2]),
    'add.reduceat of columns': lambda x: np.add.reduceat(columns(x), [0], axis=0),
    'add.accumulate': lambda x: np.add.accumulate(x),
    'add.at': at,
    'subtract.reduce': lambda x: np.subtract.reduce(x[:130]),
    'cumsum': lambda x: np.cumsum(x),
    'cumsum of columns': lambda x: np.cumsum(columns(x), axis=0),
    'nancumsum': lambda x: np.nancumsum(x),
    'nancumsum behind NaN': lambda x: np.nancumsum(np.concatenate([x * np.nan, x])),
    'cumulative_sum': lambda x: np.cumulative_sum(x, include_initial=True),
    'trapezoid': lambda x: np.trapezoid(x),
    # (Two single elements are multiplied, not added to 0: BLAS's way alone.)
    'dot': lambda x: np.dot(twice(x), ones(twice(x))),
    'dot of matrices': lambda x: np.dot(rows(x), two(x)),
    'vdot': lambda x: np.vdot(x, ones(x)),
    'vecdot': lambda x: np.vecdot(x, ones(x)),
    'inner': lambda x: np.inner(twice(x), ones(twice(x))),
    'inner of matrices': lambda x: np.inner(rows(x), np.ones((2, len(x)), x.dtype)),
    'matmul of lines': lambda x: x @ ones(x),
    'matmul by a line': lambda x: rows(x) @ ones(x),
    'matmul of a line': lambda x: x @ two(x),
    'matmul': lambda x: rows(x) @ two(x),
    'matmul of stacks': lambda x: np.stack([rows(x)] * 20) @ two(x)[None],
    'outer': lambda x: np.outer(x[:50], ones(x)[:50]),
    'kron': lambda x: np.kron(x[:50], ones(x)[:50]),
    'einsum i->': lambda x: np.einsum('i->', x),
    'einsum i->i': lambda x: np.einsum('i->i', x),
    'einsum ii->i': lambda x: np.einsum('ii->i', square(x)),
    'einsum ii->': lambda x: np.einsum('ii->', square(x)),
    'einsum ij->i': lambda x: np.einsum('ij->i', columns(x)),
    'einsum i,i->': lambda x: np.einsum('i,i->', x, ones(x)),
    'einsum i,i->i': lambda x: np.einsum('i,i->i', x, ones(x)),
    'einsum i,i,i->i': lambda x: np.einsum('i,i,i->i', x, ones(x), ones(x)),
    'einsum i,j->ij': lambda x: np.einsum('i,j->ij', x[:50], ones(x)[:50]),
    'einsum ij,jk->ik': lambda x: np.einsum('ij,jk->ik', rows(x), two(x)),
    'tensordot': lambda x: np.tensordot(rows(x), two(x), 1),
    'tensordot of lines': lambda x: np.tensordot(twice(x), ones(twice(x)), 1),
    'trace': lambda x: np.trace(square(x)),
    'convolve': lambda x: np.convolve(x[:4097], np.ones(3, x.dtype)),
    'convolve by one': lambda x: np.convolve(x, np.ones(1, x.dtype)),
    'correlate': lambda x: np.correlate(x[:4097], np.ones(3, x.dtype), 'full'),
    'bincount': lambda x: np.bincount(np.zeros(len(x), int), x),
    'histogram': lambda x: np.histogram(np.zeros(len(x)), 2, weights=x)[0],
    'norm': lambda x: np.linalg.norm(x),
    'norm 1': lambda x: np.linalg.norm(x, 1),
    'cross': lambda x: np.cross(columns(x), np.ones((len(x), 3), x.dtype)),
    'polyval': lambda x: np.polyval(x[:130], 1.0),
    'sums of windows': lambda x: np.lib.stride_tricks.sliding_window_view(x[:4097], min(3, len(x))).sum(-1),
}


def signs(result):
    a = np.asarray(result)
    assert not a.any()
    return ''.join(f"{'-' if sign else '+'}{len(list(run))}" for sign, run in itertools.groupby(np.signbit(a).ravel()))


if __name__ == '__main__':
    cases = {
        name: {dtype: [signs(call(-np.zeros(n, dtype))) for n in LENGTHS] for dtype in DTYPES}
        for name, call in CALLS.items()
    }
    with open(os.path.join(HERE, 'numpy-zero-signs.json'), 'w') as file:
        rows = ',\n'.join(f'  {json.dumps(name)}: {json.dumps(case)}' for name, case in cases.items())
        file.write(f'{{\n  "lengths": {LENGTHS},\n{rows}\n}}\n')
