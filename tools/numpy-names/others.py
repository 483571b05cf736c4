"""Writes numpy-names-others.json: edges that other libraries' tests of NumPy look at, and no other file of fixtures.

`python3 tools/numpy-names/others.py` (NumPy 2.4).
"""
import warnings

import numpy as np

from cases import DTYPES, Cases

cases = Cases()
add = cases.add
NAN, INF = np.nan, np.inf
TRUTHS = np.array([[True, False], [True, True]])


def met():
    """Operands of two dtypes meet before anything is added up."""
    a, b = np.arange(1, 49).reshape(2, 3, 2, 4), np.arange(1, 13).reshape(3, 2, 2)
    for dtypes in (('uint8', 'int8'), ('int8', 'float32'), ('uint8', 'uint16'), ('bool', 'int64'), ('float32', 'float64')):
        given = [x.astype(dtype) for x, dtype in zip((a, b), dtypes)]
        for text in ('ijil,jkk->kj', 'ijkl,jmm->i', 'ijkl,jkm->', 'ijkl,mnn->mk'):
            add('einsum', text, *given)
    for p in DTYPES:
        for x in ('bool', 'int8', 'uint64', 'float32', 'float64'):
            add('polyval', np.array([2, 0, 100], p), np.array([[3, 0], [1, 100]], x))
    add('polyval', np.array([1, 1], 'float32'), np.array([INF, -INF, NAN], 'float32'))
    add('polyval', np.array([], 'int8'), np.array([1, 2], 'float32'))
    for dtype in ('bool', 'int8', 'uint8', 'float32', 'int64'):
        x = np.array([1, 0], dtype)
        for numbers in ((0,), (1.5,), (True,), (0, 2.5), (300,)):
            add('r_', x, *numbers, x, f=lambda *a: np.r_[a])
        add('r_', x, f=lambda *a: np.r_[a])


def narrow():
    x = np.array([3, 1, 2, 8, 5], 'float32')
    for name, q in (('percentile', np.array([25, 70], 'float32')), ('quantile', np.array([0.25, 0.5], 'float32')), ('nanquantile', np.array([[0.25], [0.5]], 'float32'))):
        for method in ('linear', 'hazen', 'median_unbiased', 'lower', 'inverted_cdf'):
            for a in (x, x.astype('float64'), x.astype('int16'), x.reshape(5, 1)):
                add(name, a, q, axis=0, method=method, tol=1e-6)
            add(name, x, q.astype('float64'), method=method, tol=1e-6)
    for name in ('median', 'nanmedian'):
        for a in (x, x.astype('int8'), x > 2, np.array([1, NAN], 'float32')):
            add(name, a)
    add('histogram', x[:0])
    add('histogram', x[:0], 7)
    for dtype in ('float32', 'float64', 'int8', 'bool'):
        add('i0', np.array([0, 1, 9, 20], dtype).reshape(2, 2), tol=1e-6 if dtype == 'float32' else 1e-14)


def kept():
    """Lists of edges are read twice."""
    x = np.array([1.0, 2, 2, 3, 4])
    for edges in ([1.0, 2.0, 3.0], [0.0, 2.5, 4.0, 4.0]):
        add('histogram', x, edges)
        add('histogram', x, edges, weights=x)
        add('histogram', x, edges, density=True, tol=1e-15)
        add('histogram_bin_edges', x, edges)
        add('histogram2d', x, x, edges, f=lambda *a: list(np.histogram2d(*a)))
        add('histogramdd', np.array([[1.0], [2], [3]]), [edges], f=lambda *a: list(np.histogramdd(*a)))
    for ranges in ([[0.0, 1.0]] * 3, [[0.0, 1.0]]):
        add('histogramdd', np.ones((3, 2)), range=ranges)


def ordered():
    """NumPy's order of edges: a NaN is beyond all others."""
    x = np.array([-INF, 0, 0.5, 1, 7, INF, NAN])
    for edges in ([0, 1, NAN], [NAN, 1, 0], [0, 0, NAN], [NAN, NAN], [NAN], [NAN, NAN, 1], [NAN, 0, 1], [1, 1, 1], [1, 1, 0], [0, 1, 0], [1, 0, 1], [-INF, 0, INF], [INF, 0, -INF]):
        for right in (False, True):
            add('digitize', x, np.array(edges, float), right)
    for dtype in ('int8', 'uint64', 'float32'):
        add('digitize', np.array([0, 3, 9], dtype), np.array([5, 3, 3, 1], dtype))


def near():
    """In the dtype in which the two meet; numbers take it."""
    x = np.array([1, 1.1, -2, 1e-9, 3e38, INF, -INF, NAN])
    for dtype in ('float32', 'float64'):
        for y in (1, 0.9999999999999998, 1.1, 1.1000001, -2, 0, INF, NAN, True, 2**62):
            for tolerances in ({}, {'rtol': 0, 'atol': 0}, {'equal_nan': True}, {'rtol': np.array(0.2)}, {'atol': 3}):
                add('isclose', x.astype(dtype), y, **tolerances)
        for other in ('float32', 'float64', 'int8', 'uint64', 'bool'):
            y = np.array([1, 0, 1, 1, 0, 1, 0, 1], other)
            add('isclose', x.astype(dtype), y, atol=0.1)
            add('isclose', y, x.astype(dtype), atol=0.1)
            add('isclose', y, y[::-1], rtol=0, atol=1)
            add('isclose', y, 1)
            add('isclose', 0, y)
    add('isclose', np.array([-128, 127], 'int8'), np.array([127, -128], 'int8'), atol=2)
    add('isclose', np.array([0, 255], 'uint8'), 254, atol=2)


def pieces():
    for x in (np.array(4.0), np.array(7.0)):
        for n in ([True, False], [False, True], [False, False]):
            add('piecewise', x, n, [3.0, 5.0])
            add('piecewise', x, np.array(n), [3.0, 5.0, 6.0])
            add('piecewise', x, [np.array(c) for c in n], [3.0, 5.0, 6.0])
        add('piecewise', x, True, [1.0, 2.0])
        add('piecewise', x, [True, False, True], [4.0, 2, 0])
    line = np.array([1.0, 5, 9])
    for given in (line > 3, [line > 3], np.array([line > 3]), np.array([line > 3, line > 7]), [True, False, True]):
        for by in ([2.0], [2.0, 3.0], [2.0, 3, 4], np.array([2.0, 3.0])):
            add('piecewise', line, given, by)
    for dtype in ('int64', 'uint64'):
        for constants in (2**60 + 1, (2**60 + 1, 7), ((2**60 + 1, 2), (3, 2**62 + 1))):
            add('pad', np.array([[1, 2**61 + 1]], dtype), 1, constant_values=constants)
    for dtype in ('bool', 'int8', 'float64'):
        for x in (0, 1):
            add('trim_zeros', np.array(x, dtype))


def true():
    """Matrices of booleans are of numbers."""
    for name in ('det', 'inv', 'eigvalsh', 'svdvals', 'pinv', 'matrix_rank', 'cond', 'norm'):
        add(f'linalg.{name}', TRUTHS, tol=1e-12)
    add('linalg.solve', TRUTHS, TRUTHS)
    add('linalg.slogdet', TRUTHS, f=lambda a: list(np.linalg.slogdet(a)), tol=1e-12)
    add('linalg.cholesky', np.eye(2, dtype=bool))
    add('linalg.cholesky', TRUTHS)
    for name in ('conj', 'conjugate', 'angle', 'real'):
        for dtype in ('bool', 'int16', 'int32', 'float32'):
            add(name, np.array([[1, 0]], dtype))
    for x in (np.array([True, False]), np.array(True)):
        for number in (2**63, -(2**63) - 1, 300, -1):
            if abs(number) < 2**63:
                for name in ('less', 'less_equal', 'equal', 'not_equal', 'greater', 'greater_equal'):
                    add(name, x, number)
                    add(name, number, x)
            add('add', x, number)


def put_into():
    """Without a dtype, sums and products are in that of the array they go to."""
    for dtype in ('bool', 'int8', 'int32', 'uint8', 'float64'):
        x = np.array([[100, 1, 0], [100, 3, 100]], dtype)
        for out in ('bool', 'int8', 'uint8', 'int64', 'float32'):
            for name in ('sum', 'prod', 'nansum'):
                add(name, x, axis=1, out=np.zeros(2, out))
            for name in ('cumsum', 'cumprod', 'cumulative_sum', 'nancumprod'):
                add(name, x, axis=0, out=np.zeros((2, 3), out))
        add('sum', x, dtype='int8', axis=0, out=np.zeros(3, 'int64'))
        add('trace', x, out=np.zeros((), 'uint8'))
        add('max', x, axis=0, out=np.zeros(3))


def replaced():
    x = np.array([[NAN, INF, -INF, 1], [2, NAN, INF, -INF]])
    for by in (np.arange(8.0).reshape(2, 4), np.arange(4.0), np.array([[5], [6]]), np.array(7.0), np.arange(3.0)):
        for name in ('nan', 'posinf', 'neginf'):
            add('nan_to_num', x, **{name: by})
        add('nan_to_num', x.astype('float32'), nan=by)
    add('nan_to_num', np.arange(3), nan=np.arange(3.0))
    for dtype in ('uint8', 'int8', 'int32', 'float32', 'uint64'):
        for period in (2 * np.pi, 4.5, 6):
            if dtype[0] != 'u' or period != 6:
                add('unwrap', np.array([[5, 7, 2], [1, 100, 3]], dtype), period=period, tol=1e-5 if dtype == 'float32' else 1e-12)
        add('unwrap', np.array([5, 7, 2, 9], dtype), 1.5, tol=1e-5 if dtype == 'float32' else 1e-12)


with np.errstate(all='ignore'), warnings.catch_warnings():
    warnings.simplefilter('ignore')
    for make in (met, narrow, kept, ordered, near, pieces, true, put_into, replaced):
        make()
cases.write('others')
