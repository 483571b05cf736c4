"""Writes numpy-names-builders.json: what chooses, counts in several dimensions, differs, joins and multiplies, in every dtype and at its edges.

`python3 tools/numpy-names/builders.py` (NumPy 2.4) writes it.
"""
import warnings

import numpy as np

from cases import DTYPES, Cases, few

cases = Cases()
add = cases.add
NAN = np.nan


def line(dtype):
    return few(dtype, [3, 100, 3, 0, 7, 1] if dtype.startswith('u') else [3, 100, -3, 0, 7, -3])


def grid(dtype):
    return np.resize(line(dtype), (3, 4)).copy()


def whole(dtype, *shape):
    """Small whole numbers: products and sums of them are exact in every dtype."""
    return (np.arange(int(np.prod(shape))) % 5 - (0 if dtype.startswith('u') or dtype == 'bool' else 2)).reshape(shape).astype(dtype)


def chosen(dtype):
    a, m, one = line(dtype), grid(dtype), np.array(1, dtype)
    for mode in ('raise', 'wrap', 'clip'):
        for index in ([2, 0, 1, 1, 0, 2], [0, 1, -1, 0, 3, 7], [], 1, [[0], [2]]):
            add('choose', np.array(index, 'int64'), [a, a[::-1].copy(), np.zeros(6, dtype)] if index != [] else [a[:0], a[:0]], mode=mode)
    add('choose', np.array([1, 0, 1], 'uint8'), [a[:3], one])
    add('choose', np.array([True, False, True]), [a[:3], a[3:]])
    for conditions in ([a > one, a == one], [np.ones(6, bool)] * 2, [np.zeros(6, bool)] * 2, [np.ones(6, bool), np.zeros(6, bool)]):
        add('select', conditions, [a, a[::-1].copy()])
        add('select', conditions, [a, one], one)
    add('select', [a[:0] > one], [a[:0]])
    add('select', [np.array(True), np.array(False)], [m, np.zeros((3, 4), dtype)])
    add('select', [m > one, np.ones(4, bool)], [m, a[:4]], 0)
    for times in (0, 1, 3, [1, 0, 2, 0, 0, 3], [0] * 6, [2], [1, 2], [-1, 0, 0, 0, 0, 0]):
        add('repeat', a, np.array(times) if isinstance(times, list) else times)
    for axis in (None, 0, 1, -1, 2):
        add('repeat', m, 2, axis)
    add('repeat', m, np.array([2, 0, 1]), 0)
    add('repeat', a[:0], 3)
    add('repeat', one, 3)


def counted(dtype):
    a = line(dtype)
    finite = a[np.isfinite(a)]
    if dtype == 'bool':
        return
    for x in (a, a[:0], grid(dtype), np.array(3, dtype)):
        for right in (False, True):
            add('digitize', x, np.array([0.0, 1, 3, 8]), right)
            add('digitize', x, np.array([8.0, 3, 1, 0]), right)
            add('digitize', x, np.array([2.0]), right)
    add('digitize', finite, np.array([3.0, 1, 2]))
    add('digitize', finite, np.array([1.0, 1, 1]))
    add('digitize', finite, np.array([]))
    other = finite[::-1].copy()
    for options in ({}, {'density': True}, {'range': [[0, 8], [-4, 4]]}, {'weights': np.arange(finite.size) / 4}):
        add('histogram2d', finite, other, 3, tol=1e-12, **options)
        add('histogramdd', np.stack([finite, other, finite], 1), [2, 1, 3], tol=1e-12, **({**options, 'range': [[0, 8], [-4, 4], [0, 9]]} if 'range' in options else options))
    add('histogram2d', finite, other, [2, 4], tol=1e-12)
    add('histogram2d', finite, other, [np.array([0.0, 1, 3, 8]), np.array([-4.0, 0, 4])], tol=1e-12)
    add('histogramdd', np.stack([finite, other], 1), [np.array([0.0, 1, 3, 8]), 2], tol=1e-12)
    add('histogram2d', a[:0], a[:0], 2, range=[[0, 1], [0, 2]], tol=1e-12)
    add('histogram2d', finite, other[:2], 3)


def ordered(dtype):
    a, m = line(dtype), grid(dtype)
    for keys in ([a], [a, a[::-1].copy()], [np.zeros(6, dtype), a], [a[:0]], [a[:1]]):
        add('lexsort', keys)
    add('lexsort', m)
    add('lexsort', np.stack([m, m[::-1]]), 0)
    add('lexsort', np.stack([m, m[::-1]]), -1)
    for n in (0, 1, 2, 5, 6, 7):
        add('diff', a, n)
    for axis in (0, 1, -2):
        add('diff', m, 1, axis)
    add('diff', m, axis=1, prepend=np.array(1, dtype))
    add('diff', m, axis=0, append=m[:1], prepend=m[:2])
    add('diff', m, 1, 2)
    add('diff', a[:0])
    add('diff', a, -1)
    if dtype != 'bool':
        for x, axis in ((a, None), (m, 0), (m, 1), (m, [0, 1]), (m, -1), (a[:1], 0), (m[:, :1], 1)):
            add('median', x, axis, tol=1e-12)
            add('percentile', x, np.array([0, 10, 50, 100]), axis, tol=1e-5 if dtype == 'float32' else 1e-12)
        add('median', m, 0, keepdims=True, tol=1e-12)
        add('percentile', m, 50, 1, keepdims=True, tol=1e-12)
        add('percentile', a, 101)
        add('percentile', a, -1)


def joined(dtype):
    a, m = line(dtype), grid(dtype)
    add('block', [[m, m[:, :1]], [m[:1], np.zeros((1, 1), dtype)]])
    add('block', [a, a[:2]])
    add('block', [[a[:4]], [m]])
    add('block', [[m, m[:2]]])
    for axis in (0, 1, 2, -1, 3):
        add('stack', [m, m[::-1].copy(), m], axis)
    add('stack', [m, m[:2]])
    add('stack', [a[:0], a[:0]], 1)
    add('stack', [a, np.array([0.5] * 6)])
    for name in ('hstack', 'vstack', 'dstack', 'column_stack'):
        for parts in ([a, a[:0]], [m, m], [m[:0], m[:0]], [a[:3], np.array([0.5, 1, 300])], [a[:3], m], [a]):
            add(name, parts)
    for axis in (None, 0, 1):
        add('append', m, m[:1], axis)
    add('append', a, 300.5)
    add('append', a[:0], a)
    for name in ('split', 'array_split'):
        for at in (1, 2, 3, 4, 6, 7, [], [0], [2, 4], [4, 2], [-1], [9]):
            add(name, a, at)
        add(name, m, 2, 1)
        add(name, m, 3, 1)
        add(name, m, [1], 0)
        add(name, a[:0], 2)
    for name in ('hsplit', 'vsplit'):
        add(name, m, [1])
        add(name, a, 2)


PLACES = ['ij,jk->ik', 'ij,jk', 'ij,kj->ik', 'ij,jk->', 'ij,jk->ki', 'ij->ji', 'ij->', 'ii->i', 'ii', 'ij->j', 'i,j->ij', 'i,i->i',
          'i,i', 'ij,j', '...j,jk->...k', 'ij,ij->i', 'ij,jk,kl->il']


def multiplied(dtype):
    loose = {'tol': 1e-5} if dtype == 'float32' else {'tol': 1e-12} if dtype == 'float64' else {}
    m, n, v, w = whole(dtype, 3, 4), whole(dtype, 4, 2), whole(dtype, 4), whole(dtype, 3)
    stacks = whole(dtype, 2, 3, 4), whole(dtype, 2, 4, 2)
    one, none = np.array(1, dtype), np.zeros((0, 4), dtype)
    pairs = [(m, n), (m, v), (w, m), (v, v), (m.T.copy(), w), (stacks[0], stacks[1]), (stacks[0], n), (m, stacks[1]), (stacks[0], v), (none, n),
             (np.zeros((3, 0), dtype), np.zeros((0, 2), dtype)), (v[:0], v[:0]), (m, m), (v, w), (one, m), (one, one)]
    for name in ('matmul', 'dot', 'inner', 'vdot', 'outer'):
        for x, y in pairs:
            add(name, x, y, **loose)
        add(name, m, np.array([[0.5, 1], [2, -1], [0, 3], [1, 1]]) if name != 'inner' else np.array([0.5, 1, 2, -1]), tol=1e-12)
    for axes in (0, 1, 2, [[1], [0]], [[0, 1], [1, 0]], [[0], [1]], 3):
        add('tensordot', m, n if axes != [[0, 1], [1, 0]] else m.T.copy(), axes, **loose)
    add('tensordot', stacks[0], stacks[1], [[0, 2], [0, 1]], **loose)
    add('tensordot', v, v, 1, **loose)
    add('tensordot', none, n, 1, **loose)
    for x, y in ((m, n), (v, w), (m, w), (w, m), (one, m), (v[:0], m), (stacks[0], n)):
        add('kron', x, y, **loose)
    square = whole(dtype, 3, 3)
    kinds = {'ij': m, 'jk': n, 'kj': n.T.copy(), 'kl': whole(dtype, 2, 3), 'ii': square, 'i': w, 'j': v, '...j': stacks[0]}
    for text in PLACES:
        terms = text.split('->')[0].split(',')
        given = {'i,j->ij': [w, v], 'ij,ij->i': [m, m]}.get(text) or [kinds[t] for t in terms]
        add('einsum', text, *given, **loose)
    add('einsum', 'ij,jk->ik', m, m)
    add('einsum', 'i,i->', v[:0], v[:0], **loose)
    if dtype.startswith('float'):
        holed = np.array([[1, NAN], [np.inf, 0]], dtype)
        for name in ('matmul', 'dot', 'inner', 'outer', 'kron'):
            add(name, holed, np.array([[0, 1], [1, 0]], dtype), **loose)


with np.errstate(all='ignore'), warnings.catch_warnings():
    warnings.simplefilter('ignore')
    for dtype in DTYPES:
        for make in (chosen, counted, ordered, joined, multiplied):
            make(dtype)
cases.write('builders')
