"""Writes cases of what is put to its place: partitions, padding, indices of two dimensions, and operations over their own array.

`python3 tools/numpy-names/places.py` (NumPy 2.4) writes numpy-names-{partitions,padding,places,overlap}.json.
"""
import warnings

import numpy as np

from cases import Cases

warnings.simplefilter('ignore')
np.seterr(all='ignore')

NAN = np.nan
DTYPES = ['bool', 'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64']


def grid(dtype):
    """Few different elements, the least and the greatest among them; NaN, infinities and zeros of both signs among floats."""
    if dtype == 'bool':
        values = [1, 0, 1, 1, 0, 0, 1]
    elif dtype.startswith('float'):
        values = [2.5, NAN, -1, 0.0, 2.5, -np.inf, 7, -0.0, NAN, np.inf, 3]
    else:
        info = np.iinfo(dtype)
        values = [3, info.max, 3, 0, info.min, 7, 1, info.max - 1, info.min + 1, 5, 7]
    return np.resize(np.array(values, dtype), (3, 5)).copy()


def promised(result, kth, axis):
    """What is promised of a partition: its parts between the places asked for, each of them in order."""
    lines = result.ravel()[None] if axis is None else np.moveaxis(result, axis, -1)
    n = lines.shape[-1]
    places = sorted({int(k) % n for k in np.atleast_1d(kth)})
    bounds = [0] + [b for k in places for b in (k, k + 1)] + [n]
    parts = [np.sort(lines[..., i:j], -1) for i, j in zip(bounds, bounds[1:])]
    return np.concatenate(parts, -1)


def partitions(c):
    def values(a, kth, axis=-1):
        return promised(np.partition(a, kth, axis), kth, axis)

    def indices(a, kth, axis=-1):
        """The elements that the indices name; that they name each once is looked at by the test."""
        order = np.argpartition(a, kth, axis)
        taken = a.ravel()[order] if axis is None else np.take_along_axis(a, order, axis)
        return promised(taken, kth, axis)

    for dtype in DTYPES:
        m = grid(dtype)
        for name, f in (('partition', values), ('argpartition', indices)):
            for axis, n in ((-1, 5), (0, 3), (1, 5), (None, 15)):
                for kth in (0, n // 2, -1, [1, -1], [n - 1, 0, n // 2]):
                    c.add(name, m, kth, axis, f=f)
                c.add(name, m, n, axis, f=f)
                c.add(name, m, [0, -n - 1], axis, f=f)
            c.add(name, m[0], 2, f=f)
            c.add(name, m[:1, :1], 0, f=f)
            c.add(name, m, 0, 2, f=f)
            c.add(name, m.T, [1], 0, f=f)


def padding(c):
    line, m = np.array([3., 7, -2, 8.5]), np.array([[1, 20, 3], [4, 5, 61]], 'int32')
    cube = np.arange(12, dtype='uint8').reshape(2, 3, 2)
    halves = np.array([1, 2, 4, 9, 250], 'uint8')
    for a, widths in ((line, [0, 3, [2, 9]]), (m, [1, [2, 1], [[0, 4], [7, 0]]]), (cube, [[[1, 0], [2, 2], [0, 3]]]), (halves, [[3, 6]]),
                      (line.astype('float32'), [[2, 5]]), (line > 0, [[2, 5]]), (m.astype('int64'), [[1, 2]]), (line[:1], [[3, 2]])):
        for width in widths:
            for mode in ('edge', 'wrap', 'constant', 'linear_ramp', 'maximum', 'minimum', 'mean', 'median', 'reflect', 'symmetric'):
                if a.dtype == bool and mode in ('linear_ramp', 'mean', 'median'):
                    continue  # What NumPy gives there are its own roundings of booleans.
                tol = 1e-6 if a.dtype == 'float32' else 1e-14
                c.add('pad', a, width, mode, tol=tol)
                if mode in ('reflect', 'symmetric') and a.dtype != bool:
                    c.add('pad', a, width, mode, reflect_type='odd', tol=tol)
                    c.add('pad', a, width, mode, reflect_type='even')
                if mode in ('maximum', 'minimum', 'mean', 'median'):
                    for length in (1, 2, [1, 3], [[2, 1]] * a.ndim, 99):
                        c.add('pad', a, width, mode, stat_length=length, tol=tol)
                    c.add('pad', a, width, mode, stat_length=None, tol=tol)
                if mode == 'linear_ramp':
                    for ends in (5, [-4, 9], [[1, 2]] * a.ndim) if a.dtype != 'uint8' else (5, [4, 9], [[1, 2]] * a.ndim):
                        c.add('pad', a, width, mode, end_values=ends, tol=tol)
                if mode == 'constant':
                    for constants in (1, [0, 1], [[1, 0]] * a.ndim):
                        c.add('pad', a, width, mode, constant_values=constants)
    c.add('pad', m, {'0': [1, 2]}, f=lambda a, w: np.pad(a, {0: (1, 2)}))
    c.add('pad', m, {'-1': 2}, 'edge', f=lambda a, w, mode: np.pad(a, {-1: 2}, mode))
    c.add('pad', m, {'5': 2}, 'edge', f=lambda a, w, mode: np.pad(a, {5: 2}, mode))
    # Of nothing NumPy takes means, which are NaN; here that is an error as for extremes.
    for mode in ('maximum', 'minimum'):
        for width in (0, 2):
            c.add('pad', line, width, mode, stat_length=0)
    c.add('pad', line, -1)
    c.add('pad', line, 1.5)
    c.add('pad', line, [1, 2, 3])
    c.add('pad', line, 1, 'edge', stat_length=2)
    c.add('pad', line, 1, 'reflect', constant_values=2)
    c.add('pad', line, 1, 'mirror')
    c.add('pad', np.array(3.), 1)
    c.add('pad', np.array(3.), 0)


UFUNC = {'add': np.add, 'sub': np.subtract, 'mul': np.multiply, 'min': np.minimum, 'max': np.maximum}


def changed(how):
    def run(a, index, value):
        a = a.copy()
        if how == 'set':
            a[tuple(index)] = value
        else:
            UFUNC[how].at(a, tuple(index), value)
        return a
    return run


def places(c):
    S = slice
    I = lambda *list: np.array(list, 'int32')
    x = np.arange(24.).reshape(2, 3, 4)
    for dtype in ('int8', 'uint16', 'int64', 'float32', 'float64'):
        m = np.arange(12, dtype=dtype).reshape(3, 4)
        pairs = np.array([[0, 2], [2, 2]], 'int64')
        v = lambda *list, dtype=dtype: np.array(list, dtype)
        forms = [
            ([I(0, 2, 0, 0), I(1, 3, 1, 2)], v(2, 3, 4, 5)),
            ([pairs, pairs - 1], v(2, 3)),
            ([pairs, 1], v([2], [3])),
            ([1, pairs], v([2, 3], [4, 5])),
            ([pairs], v(2, 3, 4, 5)),
            ([S(None), pairs], v(2, 3)),
            ([S(None, None, -1), I(0, 0, -1)], v(2, 3, 4)),
            ([Ellipsis, I(3, 3)], v([1], [2], [3])),
            ([I(2, -1, 2), S(1, None, 2)], v([2, 3], [4, 5], [6, 7])),
            ([I(0, 1, 1)[:, None], I(0, 0, 2)], v(2, 3, 4)),
            ([np.array([True, False, True]), I(1, 1)], v(2, 3)),
            ([np.array([True, False, True]), S(None, 2)], v(2, 3)),
            ([S(None), np.array([True, False, False, True])], v(2, 3)),
            ([np.array([True, False, True]), 2], v(2, 3)),
            ([m % 3 == 0], v(2, 3, 4, 5)),
            ([m > 50], v(2)),
            ([None, I(1, 1)], v(2)),
            ([I(1, 1), None], v(2)),
            ([I(), S(None)], v(2)),
            ([I(0, 3)], v(2)),
            ([I(0, 1), I(0, 1, 2)], v(2)),
            ([I(0, 1), I(0, 1), I(0, 1)], v(2)),
            ([pairs, 1], v(2, 3, 4)),
        ]
        for index, value in forms:
            for how in ('set', 'add', 'mul', 'min', 'max') + (('sub',) if dtype == 'float64' else ()):
                c.add(f'at.{how}', m, index, value, f=changed(how))
    for index, value in [([I(0, 1, 0), S(None), I(3, 3, 3)], np.arange(9.).reshape(3, 3)), ([0, I(1, 1), S(None, None, 2)], np.array([5., 7])),
                         ([I(1, 1), I(0, 2)], np.arange(4.)), ([S(None), I(1, 1), I(0, 0)], np.array([[1.], [2.]])),
                         ([x > 13], 2.), ([x[:, :, 0] > 7], np.arange(4.)), ([0, x[0] > 4], np.arange(7.)), ([Ellipsis, I(0, 0)], 3.),
                         ([I(1, 0)[:, None], I(0, 2, 2), S(1, 3)], np.arange(2.)), ([I(1, 1), S(None), None, I(0, 0)], 2.)]:
        for how in ('set', 'add', 'mul', 'min', 'max'):
            c.add(f'at.{how}', x, index, value, f=changed(how))
    holes = np.array([[1., NAN, 3], [NAN, 2, 8]])
    for how in ('set', 'add', 'mul', 'min', 'max'):
        c.add(f'at.{how}', holes, [I(0, 1, 0, 1), I(1, 0, 0, 1)], np.array([5., 6, NAN, NAN]), f=changed(how))
        c.add(f'at.{how}', holes, [np.isnan(holes)], 4., f=changed(how))
    flags = np.array([[True, False], [False, True]])
    for index, value in [([I(0, 0), I(0, 1)], np.array([False, True])), ([flags], False), ([I(1, 1)], True)]:
        for how in ('set', 'add', 'mul', 'min', 'max'):
            c.add(f'at.{how}', flags, index, value, f=changed(how))


VIEWS = {1: ['1:', ':-1', '::-1', ':', '::2', '1::2', '-2::-2', '2:5', '5:2:-1', '3:3'],
         2: [':', '::-1', ':, ::-1', '1:', ':-1', ':, 1:', ':, :-1', '::2, ::2', '1::2, ::-2', '::-1, ::-1']}


def parsed(text):
    return tuple(slice(*[int(n) if n else None for n in part.split(':')]) for part in text.replace(' ', '').split(','))


def overlap(c):
    def on(f):
        """`f` over views of one array: the array it leaves."""
        def run(a, to, *rest):
            a = a.copy()
            f(a, a[parsed(to)], *[a[parsed(r)] if isinstance(r, str) else r for r in rest])
            return a
        return run

    for a in (np.array([3., 1, 4, 1.5, 9, 2, 6]), np.arange(12, dtype='int16').reshape(3, 4)):
        views = VIEWS[a.ndim]
        for to in views:
            for of in views:
                shape = a[parsed(to)].shape
                if shape != a[parsed(of)].shape:
                    continue
                c.add('overlap assign', a, to, of, f=on(lambda x, t, o: np.copyto(t, o)))
                c.add('overlap copyto', a, to, of, of, f=on(lambda x, t, o, w: np.copyto(t, o, where=w > 2)))
                c.add('overlap add', a, to, of, f=on(lambda x, t, o: np.add(t, o, out=t)))
                c.add('overlap out', a, to, of, views[2], f=on(lambda x, t, o, w: np.subtract(o, o[..., ::-1], out=t)))
                c.add('overlap putmask', a, to, of, f=on(lambda x, t, o: np.putmask(t, t > o, o)))
        for to in views:
            c.add('overlap cumsum', a, to, f=on(lambda x, t: np.cumsum(t[..., ::-1], -1, out=t)))
            c.add('overlap sort', a, to, f=on(lambda x, t: t.sort()))
            c.add('overlap mask', a, to, f=on(lambda x, t: t.__setitem__(t > 2, t[t > 2][::-1])))
            c.add('overlap put', a, to, f=on(lambda x, t: np.put(t, np.arange(t.size)[::-1], t)))
            c.add('overlap take', a, to, f=on(lambda x, t: np.take(x, np.arange(t.size).reshape(t.shape)[..., ::-1], out=t, mode='wrap')))
    square = np.arange(9.).reshape(3, 3)
    c.add('overlap T', square, ':', f=on(lambda x, t: np.copyto(t, x.T)))
    c.add('overlap add T', square, ':', f=on(lambda x, t: np.add(t, x.T, out=t)))
    c.add('overlap mul T', square, ':', f=on(lambda x, t: np.multiply(x.T, x[::-1], out=t)))
    c.add('overlap matmul', square, ':', f=on(lambda x, t: np.matmul(x, x.T, out=t)))


for name, make in (('partitions', partitions), ('padding', padding), ('places', places), ('overlap', overlap)):
    c = Cases()
    make(c)
    c.write(name)
