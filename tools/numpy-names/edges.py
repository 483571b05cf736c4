"""Writes numpy-names-edges.json: functions that select, change, rank, count, scan and join, at their edges.

Of all combinations of function, dtype, axis, mode and edge that are made here those are written that no other file of fixtures has.
`python3 tools/numpy-names/edges.py` (NumPy 2.4) writes them, with `--lacking` it prints which they are.
"""
import base64
import glob
import json
import os
import sys
import warnings

import numpy as np

from cases import DTYPES, HERE, Cases, changed, few

cases = Cases()
add = cases.add
NAN = np.nan


def line(dtype):
    return few(dtype, [3, 100 if dtype == 'int8' else 200, 3, 0, 7, 1])


def grid(dtype):
    return np.resize(line(dtype), (3, 4)).copy()


def chosen():
    for dtype in DTYPES:
        a, m, none, one = line(dtype), grid(dtype), line(dtype)[:0], line(dtype)[:1]
        for mode in ('raise', 'wrap', 'clip'):
            for index in ([], [5, -6, 5], [6], [-7]):
                add('take', a, np.array(index, 'int64'), mode=mode)
            add('take', none, np.array([], 'int32'), mode=mode)
            add('take', none, np.array([0], 'int32'), mode=mode)
            for axis in (0, 1, -1):
                add('take', m, np.array([[2, -1], [0, 0]], 'int32'), axis, mode=mode)
        add('take', a[0].reshape(()), np.array([0, 0]))
        add('take', a, np.array(-1))
        for axis in (0, 1, -1):
            order = np.argsort(m, axis, kind='stable')
            add('take_along_axis', m, order, axis)
            add('take_along_axis', m, order - m.shape[axis], axis)
            few = order[:1] if axis == 0 else order[:, :1]
            add('put_along_axis', m, few, np.array(1, dtype), axis, f=changed(np.put_along_axis))
            add('take_along_axis', m, few[:0] if axis == 0 else few[:, :0], axis)
        add('take_along_axis', m, np.full((1, 4), 3), 0)
        for mask in (np.ones(6, bool), np.zeros(6, bool), a > a.dtype.type(0)):
            add('compress', mask, a)
            add('compress', mask[:3], a)
            add('extract', mask, a)
            add('place', a, mask, np.array([1, 0], dtype), f=changed(np.place))
            add('putmask', a, mask, np.array([1, 0], dtype), f=changed(np.putmask))
        for x in (none, one, a, m, np.zeros((2, 0, 3), dtype), np.ones((2, 2), dtype), np.zeros(3, dtype), a[0].reshape(())):
            add('nonzero', x)
            add('argwhere', x)
            add('flatnonzero', x)


def written():
    for dtype in DTYPES:
        a = line(dtype)
        values = np.array([1, 0, 1], dtype)
        for mode in ('raise', 'wrap', 'clip'):
            for index in ([], [1, 1, 1], [-1, 0, -6], [6, 0, 0], [-7, 0, 0]):
                add('put', a, np.array(index, 'int64'), values, mode=mode, f=changed(np.put))
        add('put', a[:0], np.array([], 'int64'), values, f=changed(np.put))
        add('put', a, np.array([0, 2, 4, 5]), values[:2], f=changed(np.put))
        for index in ([], [1, 1, 1], [-1, 0, -1], [6]):
            at = np.array(index, 'int64')
            by = np.array([1, 1, 0][:len(index)], dtype)
            for name, f in (('set', None), ('add', np.add), ('mul', np.multiply), ('min', np.minimum), ('max', np.maximum)):
                if f is None:
                    put = lambda x, i, v: x.__setitem__(i, v)
                else:
                    put = f.at
                add(f'at.{name}', a, at, by, f=changed(put), js=[a, [at], by])
        for to, of in (('1:', ':-1'), (':-1', '1:'), ('::-1', ':'), ('::2', '3:'), ('2:4', '4:2:-1')):
            s = lambda text: slice(*[int(n) if n else None for n in text.split(':')])
            add('overlap', a, to, of, f=changed(lambda x, t, o: x.__setitem__(s(t), x[s(o)])))
            if dtype != 'bool':
                add('overlap add', a, to, of, f=changed(lambda x, t, o: x.__setitem__(s(t), x[s(t)] + x[s(o)])))
        for index in ([0, 1, 2], [5, 5, 0]):
            add('overlap at', a, np.array(index), '2:5', f=changed(lambda x, i, o: x.__setitem__(i, x[s(o)])))


def ranked():
    for dtype in DTYPES:
        a, m = line(dtype), grid(dtype)
        for x, axes in ((a, (None, 0)), (m, (None, 0, 1, (0, 1))), (a[:1], (0,)), (a[:0], (0,))):
            for axis in axes:
                if dtype == 'bool':
                    continue
                for name in ('median', 'nanmedian'):
                    if x.size:
                        add(name, x, axis, tol=1e-12)
                for method in ('linear', 'lower', 'higher', 'nearest', 'midpoint', 'inverted_cdf', 'hazen'):
                    for name in ('quantile', 'nanquantile'):
                        if x.size:
                            add(name, x, np.array([0, 0.3, 1]), axis=axis, method=method, tol=1e-6 if dtype == 'float32' else 1e-12)
                for name in ('quantile', 'nanquantile'):
                    if x.size:
                        w = np.arange(x.size).reshape(x.shape) % 3
                        add(name, x, np.array([0, 0.25, 0.5, 1]), axis=axis, method='inverted_cdf', weights=w.astype(float) + (x.size == 1))
        for keys in (a, a[:0], m):
            for side in ('left', 'right'):
                add('searchsorted', np.sort(a), keys, side)
                add('searchsorted', a[:0], keys, side)
                add('searchsorted', a, keys, side, np.argsort(a, kind='stable'))
        for name in ('sort', 'argsort'):
            for x, axis in ((a[:0], 0), (m, 0), (m, 1), (m, None), (m[:0], 0), (m[:, :0], 1), (a[0].reshape(()), 0)):
                add(name, x, axis, kind='stable')
        for x in (m, np.repeat(m, 2, 0), m[:0], m[:, :0], np.zeros((3, 2), dtype)):
            for axis in (0, 1):
                add('unique', x, axis=axis, return_index=True, return_inverse=True, return_counts=True)
        add('unique', np.arange(12).reshape(2, 3, 2).astype(dtype)[:, [0, 1, 0]], axis=1, return_inverse=True)
        add('lexsort', np.array([a, a[::-1]]))


def counted():
    for dtype in DTYPES:
        a = line(dtype)
        add('bincount', a)
        # Of floats NumPy refuses even those that are whole, which are indices here.
        if not dtype.startswith('float'):
            add('bincount', a[:0])
            add('bincount', a[:0], minlength=3)
        if dtype.startswith('int'):
            add('bincount', -a)
        if not dtype.startswith('float'):
            add('bincount', a, np.arange(6) / 2, tol=1e-12)
        for x in (a[2:], a[:0], a):
            if dtype != 'bool':
                add('histogram', x, 4, range=(0, 8))
                add('histogram', x, np.array([0, 1, 3, 8]))
                add('digitize', x, np.array([0, 1, 3, 8]))
        for x, axes in ((a, (None, 0)), (grid(dtype), (None, 0, 1)), (a[:0], (0,)), (np.zeros((2, 0), dtype), (0, 1))):
            for axis in axes:
                for name in ('cumsum', 'cumprod', 'nancumsum', 'nancumprod'):
                    add(name, x, axis, tol=1e-6 if dtype == 'float32' else 1e-12)
        if dtype.startswith('float'):
            for name in ('nancumsum', 'nancumprod'):
                add(name, np.full(3, NAN, dtype))


def joined():
    for dtype in DTYPES:
        a, m = line(dtype), grid(dtype)
        add('concatenate', [a, a[:0], a[:1]])
        add('concatenate', [m, m[:0]], 0)
        add('concatenate', [m, m[:, :0], m[:, 1:2]], 1)
        add('concatenate', [m, a], None)
        add('concatenate', [a, np.array([0.5, 300])])
        add('concatenate', [a, m])
        for name in ('hstack', 'vstack', 'dstack', 'column_stack'):
            add(name, [a, a[::-1].copy()])
            add(name, [m, m])
            add(name, [a[0].reshape(()), a[1].reshape(())])
        for mode in ('edge', 'reflect', 'symmetric', 'wrap', 'maximum', 'minimum'):
            add('pad', a, [2, 7], mode=mode)
            add('pad', m, [[1, 0], [2, 5]], mode=mode)
            add('pad', a[:0], 1, mode=mode)
        add('pad', m, [[1, 2], [0, 3]], mode='constant', constant_values=1)
        add('pad', a[:0], [2, 1])
        for shift, axis in ((0, None), (2, None), (-7, None), ([1, -1], (0, 1)), (3, 0), (-9, 1), ([1, 2], (0, 0))):
            add('roll', m, shift, axis)
        add('roll', a[:0], 3)
        for reps in ([2, 2], [0], [1, 2, 1], []):
            add('tile', m, reps)
        for at in (0, -1, 6, 7, -6, [1, 1], [0, -1], []):
            add('insert', a, at, np.array(1, dtype))
            add('delete', a, at)
        add('insert', m, 1, np.array([1, 0, 1], dtype), axis=1)
        add('insert', m, [0, 3], np.array([1, 0, 1, 1], dtype), axis=0)
        add('delete', m, [0, -1], axis=1)
        add('delete', m, 1, axis=0)
        add('append', m, m[:1], axis=0)
        add('append', a, m)


def elements(x):
    """The elements of an array as it is written down."""
    if 'array' in x:
        letter, _, text = x['array']
    elif 'b' in x:
        letter, text = x['a'], x['b']
    else:
        return np.array([float(e['f']) if isinstance(e, dict) and 'f' in e else float(e.get('big', 0)) if isinstance(e, dict) else e for e in x['v']])
    return np.array(text, dtype=float) if isinstance(text, list) else np.frombuffer(base64.b64decode(text), letter)


def kind(place, x):
    """What an array is: the first argument of a call, or another."""
    letter, shape = (x['a'], x['s']) if 'a' in x else x['array'][:2]
    values = elements(x)
    yield '0-d' if shape == [] else 'empty' if 0 in shape else f'{len(shape)}-d'
    if values.size and letter in 'fd' and np.isnan(values).any():
        yield 'NaN'
    if values.size and letter == '?' and values.all() | ~values.any():
        yield 'all true' if values.all() else 'all false'
    if place > 0 and letter in 'bhiq' and (values < 0).any():
        yield 'negative'
    if place > 0 and letter != '?' and values.size > len(set(values.tolist())):
        yield 'several times'


def about(case):
    """What a case looks at: the function, the dtype of its first array, and what is particular about its arguments, all of it together."""
    found, dtypes = set(), []

    def look(place, x):
        if isinstance(x, list):
            for e in x:
                look(place, e)
        elif isinstance(x, dict) and ('a' in x or 'array' in x):
            dtypes.append(x['a'] if 'a' in x else x['array'][0])
            found.update(f'{place} {k}' for k in kind(place, x))
        elif isinstance(x, dict):
            options = x['o'] if 'o' in x else {} if x.keys() & {'f', 'big'} else x
            for key, e in options.items():
                found.add(f'{key}={e}' if isinstance(e, (str, int)) else key)
        elif place > 0:
            found.add(f'{place} {x}')

    for place, x in enumerate(case.get('in', case.get('args'))):
        look(place, x)
    out = case['out'] if 'out' in case else case['results']
    if out is None or (isinstance(out, dict) and 'error' in out):
        found.add('refused')
    return case.get('f', case.get('name')), dtypes[0] if dtypes else '', frozenset(found)


def elsewhere():
    """What cases of other files look at."""
    known = set()
    for path in glob.glob(os.path.join(HERE, 'numpy-names-*.json')) + [os.path.join(HERE, 'numpy-library.json')]:
        if not path.endswith(('-edges.json', '-builders.json')):
            with open(path) as file:
                known |= {about(case) for case in json.load(file) if case.get('in', case.get('args')) is not None}
    return known


with np.errstate(all='ignore'), warnings.catch_warnings():
    warnings.simplefilter('ignore')
    for make in (chosen, written, ranked, counted, joined):
        make()
known = elsewhere()
lacking = []
for case in cases.list:
    what = about(json.loads(json.dumps(case)))
    if what not in known:
        known.add(what)
        lacking.append(case)
if '--lacking' in sys.argv:
    for case in lacking:
        name, dtype, found = about(json.loads(json.dumps(case)))
        print(name, dtype, ', '.join(sorted(found)))
    print(len(lacking), 'of', len(cases.list), 'are in no other file', file=sys.stderr)
else:
    cases.list = lacking
    cases.write('edges')
