"""Writes numpy-names-examples.json: calls of NumPy's docstrings, on other dtypes and elements than these show.

`python3 tools/numpy-names/examples.py` (NumPy 2.4).
"""
import warnings

import numpy as np

from cases import Cases

cases = Cases()
add = cases.add
NAN, INF = np.nan, np.inf
FRACTIONS = np.array([[0.5, 0.5], [2.5, -0.75]])


def spaced():
    for start, stop, step in ((-3, 3, 0.5), (0, 5, 1.5), (-1.75, 3, 0.5), (5, 0, -1.25)):
        for dtype in ('int64', 'int32', 'float32'):
            add('arange', start, stop, step, dtype=dtype)
    for dtype in ('bool', 'int32', 'int64'):
        add('linspace', -2, 2, 11, dtype=dtype)
        add('linspace', np.array([-1.0, 0.25]), np.array([1.0, -0.5]), 5, dtype=dtype)
    half, one = np.array(0.5, 'float32'), np.array([1, 2], 'float32')
    for ends in ((half, one), (half, half), (0, one), (one, 3.5), (0, half.astype('int16'))):
        add('linspace', *ends, 4)


def put_into():
    """Sums are made in the dtype in which the elements meet `out`."""
    for out in ('bool', 'int32', 'uint8', 'float32', 'float64'):
        for name in ('sum', 'prod', 'nansum', 'nanprod', 'trace'):
            add(name, FRACTIONS, out=np.zeros((), out))
        for name in ('sum', 'cumsum', 'cumprod', 'cumulative_sum', 'cumulative_prod', 'nancumsum'):
            add(name, FRACTIONS, axis=0, out=np.zeros(2 if name == 'sum' else (2, 2), out))
        add('sum', np.array([2**24 + 1, 1], 'int32'), out=np.zeros((), out))
    for dtype in ('bool', 'int8', 'uint8'):
        x = np.array([[100, 0, 1], [3, 100, 100], [1, 1, 100]], dtype)
        for out in ('int64', 'int32', 'float64', 'float32'):
            add('einsum', 'ii', x, out=np.zeros((), out))
            add('einsum', 'ij,jk->ik', x, x, out=np.zeros((3, 3), out))
            add('ptp', x.astype('int8') - 100, axis=1, out=np.zeros(3, out))
        add('ptp', x, out=np.zeros((), 'int64'))


def counted():
    x = np.array([0, 1, 1, 0, 1, 1, 1, 1], bool)
    for rule in ('auto', 'fd', 'sqrt', 'sturges', 'doane', 'scott', 'rice', 'stone'):
        add('histogram_bin_edges', x, rule)
        add('histogram_bin_edges', x, rule, [0.0, 1.0])


def missing():
    a, b = np.array([1, 2, NAN, 2, 4]), np.array([2, 3, NAN, 7, NAN])
    for x, y in ((a, b), (a, b[:2]), (b[:2], a), (a.astype('float32'), b), (a[:0], b)):
        add('setxor1d', x, y)
    add('setxor1d', a, b[:4], assume_unique=True)
    add('setxor1d', np.array([1, 5, 2], 'int8'), np.array([2, 7], 'int16'), True)
    for f in (np.array([1, 2, 4, NAN, 11, 16]), np.array([1, 2, INF, 7, 11, 16])):
        for places in (np.arange(6.0), np.array([0, 1, 2, 3, 4, 6.0]), np.arange(0, 12, 2)):
            for edge in (1, 2):
                add('gradient', f, places, edge_order=edge, tol=1e-13)


def placed():
    x = np.arange(6, dtype='int32').reshape(3, 2)
    for values in (9, [7, 8, 9], [[7], [8], [9]], [[7, 8, 9], [9, 8, 7]], [[7, 8], [8, 9], [9, 1]], [[1, 2]]):
        for axis in (0, 1):
            for place in (1, [1], [1, 1]):
                add('insert', x, place, np.array(values, 'int32'), axis=axis)
    y = np.array([1.0, 4, 9])
    for places in (np.array([[0, 1, 3.0]]), np.array([[0, 1, 3.0], [1, 2, 3]])):
        add('trapezoid', y, places)
        add('trapezoid', np.stack([y, y + 1]), places, axis=-1)
        add('trapezoid', y, dx=np.array([[0.5, 2]]))


def zeros():
    """Matrices without a norm."""
    for n in (1, 2, 3, 5):
        x = np.zeros((n, n))
        add('linalg.eigvals', x)
        add('linalg.eig', x, f=lambda a: list(np.linalg.eig(a)))
        if n > 1:
            add('poly', x)
    block = np.zeros((3, 3))
    block[0, 0] = 2
    add('linalg.eigvals', np.stack([block, np.zeros((3, 3))]))
    add('poly', np.array([2**60, 2], 'int64'), tol=1e-15)


def led_by_zeros():
    """Polynomials are multiplied without leading zeros."""
    lines = [np.array(c, float) for c in ([0, 0, 1], [0, 1, 2], [0, 0], [0], [3, 0], [0, NAN, 1])]
    for x in lines:
        for y in lines:
            add('polymul', x, y)


def written():
    wide = np.arange(40)
    for x in (wide.astype('uint8') % 10, wide % 10, wide / 4, (wide % 3).astype('float32'), wide % 2 == 0, np.arange(60.0).reshape(2, 30), np.arange(24) % 8):
        add('array_repr', x)
        for width in (40, 41, 42, 43, 44, 45):
            add('array_repr', x, width)
            add('array_str', x, width)
    powers = 2.0 ** np.array([87, 90, -96, -12, 24, 3])
    for x in (powers, powers[:3], powers[3:4]):
        add('array_repr', x.astype('float32'))
        add('array_str', x)
        add('array_str', x.astype('float32'), precision=4)
    for x in (*powers, np.pi, 0.1, 1e6, 999999, 1e-4, 1.5e-4, 123456.7, INF, NAN, -0.0):
        add('array_str', np.array(x, 'float32'))
        for name in ('format_float_positional', 'format_float_scientific'):
            add(name, np.float32(x))
            add(name, np.float64(x))
            add(name, np.float32(x), precision=4)


with np.errstate(all='ignore'), warnings.catch_warnings():
    warnings.simplefilter('ignore')
    for make in (spaced, put_into, counted, missing, placed, zeros, led_by_zeros, written):
        make()
cases.write('examples')
