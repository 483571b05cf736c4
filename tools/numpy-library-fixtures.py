"""Writes packages/weldarray/test/fixtures/numpy-library.json: what NumPy answers for functions with kernels of their own.

Run by hand (`python3 tools/numpy-library-fixtures.py`, NumPy 2.4) when cases are added. A case is a function's name, its
arguments (arrays as dtype letter, shape and base64 of little-endian elements) and its results; `null` where NumPy raises.
"""
import base64
import json
import os

import numpy as np

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'packages', 'weldarray', 'test', 'fixtures')
CODES = {'bool': '?', 'int8': 'b', 'uint8': 'B', 'int16': 'h', 'uint16': 'H', 'int32': 'i', 'uint32': 'I', 'int64': 'q',
         'uint64': 'Q', 'float32': 'f', 'float64': 'd'}
DTYPES = ['bool', 'int8', 'uint16', 'int64', 'float32', 'float64']
rng = np.random.default_rng(20261121)
cases = []


def array(a):
    a = np.ascontiguousarray(a).reshape(np.shape(a))
    return {'array': [CODES[str(a.dtype)], list(a.shape), base64.b64encode(a.tobytes()).decode()]}


def data(dtype, shape):
    """Few different elements, so that there are equal ones; NaN, infinities and zeros of both signs among floats."""
    if dtype == 'bool':
        return rng.random(shape) < 0.5
    if dtype.startswith('float'):
        return rng.choice(np.array([0.0, -0.0, 1.5, -2.25, 3, 7, -7, 1e10, np.inf, -np.inf, np.nan, 0.1, 0.2]), shape).astype(dtype)
    info = np.iinfo(dtype)
    return rng.choice(np.array([0, 1, 2, 3, 5, 100, info.max, info.min], dtype), shape)


def plain(x):
    return array(x) if isinstance(x, np.ndarray) else x


def case(name, call, *args, same='bits'):
    with np.errstate(all='ignore'):
        try:
            result = call()
            results = [array(np.asarray(r)) for r in result] if isinstance(result, (tuple, list)) else [array(np.asarray(result))]
        except Exception:
            results = None
    cases.append({'name': name, 'args': [plain(a) for a in args], 'results': results, 'same': same})


SHAPES = [((0,), 0), ((1,), 0), ((7,), 0), ((4, 5), 0), ((4, 5), 1), ((3, 0, 2), 1), ((2, 3, 4), 1), ((2, 3, 4), -1)]

for dtype in DTYPES:
    for shape, axis in SHAPES:
        a = data(dtype, shape)
        n = a.shape[axis]
        index = rng.integers(-n, n, (2, 3)) if n else np.zeros((2, 3), np.int64)
        case('take', lambda: np.take(a, index, axis), a, index.astype('int32'), axis)
        for mode in ('wrap', 'clip'):
            far = rng.integers(-20, 20, 5)
            case('take', lambda: np.take(a, far, axis, mode=mode), a, far, axis, {'mode': mode})
        case('take', lambda: np.take(a, [0, n], axis), a, np.array([0, n]), axis)
        mask = rng.random(n) < 0.5
        for m in (mask, np.ones(n, bool), np.zeros(n, bool)):
            case('compress', lambda: np.compress(m, a, axis), m, a, axis)
        case('nonzero', lambda: np.nonzero(a), a)
        case('flatnonzero', lambda: np.flatnonzero(a), a)
        case('argwhere', lambda: np.argwhere(a), a)
        case('extract', lambda: np.extract(a > a.dtype.type(1), a), a > a.dtype.type(1), a)
        case('cumsum', lambda: np.cumsum(a, axis), a, axis)
        case('cumprod', lambda: np.cumprod(a, axis), a, axis)
        case('cumsum', lambda: np.cumsum(a), a)
        case('cummax', lambda: np.maximum.accumulate(a, axis), a, axis, same='value')
        case('cummin', lambda: np.minimum.accumulate(a, axis), a, axis, same='value')
        case('sort', lambda: np.sort(a, axis), a, axis, same='value')
        case('argsort', lambda: np.argsort(a, axis, kind='stable'), a, axis)
        case('median', lambda: np.median(a, axis).astype('float32' if dtype == 'float32' else 'float64'), a, axis, same='value')
        case('unique', lambda: np.unique(a), a, same='value')
        case('concatenate', lambda: np.concatenate([a, a[..., ::-1]], axis), [plain(a), plain(a[..., ::-1].copy())], axis)
        case('stack', lambda: np.stack([a, a], axis), [plain(a), plain(a)], axis)
        case('roll', lambda: np.roll(a, 3, axis), a, 3, axis)
        case('roll', lambda: np.roll(a, -1), a, -1)
        case('repeat', lambda: np.repeat(a, 3, axis), a, 3, axis)
        counts = rng.integers(0, 3, n)
        case('repeat', lambda: np.repeat(a, counts, axis), a, counts, axis)
        case('tile', lambda: np.tile(a, (2, 3)), a, [2, 3])
    ordered = np.sort(data(dtype, 9))
    keys = data(dtype, (3, 4))
    for side in ('left', 'right'):
        case('searchsorted', lambda: np.searchsorted(ordered, keys, side), ordered, keys, side)
        case('searchsorted', lambda: np.searchsorted(ordered[:0], keys, side), ordered[:0], keys, side)
    for m, k, n in ((3, 4, 5), (1, 7, 1), (5, 0, 2), (0, 3, 2), (9, 3, 17)):
        a, b = (rng.integers(0, 9, s).astype(dtype) for s in ((m, k), (k, n)))
        case('matmul', lambda: a @ b, a, b)
        case('dot', lambda: np.dot(a, b), a, b)
        case('matmul', lambda: a @ b[:, 0], a, b[:, 0])
        if m:
            case('matmul', lambda: a[0] @ b, a[0], b)
        case('inner', lambda: np.inner(a, b.T), a, b.T)
    stack, other = rng.integers(0, 5, (2, 1, 3, 4)).astype(dtype), rng.integers(0, 5, (3, 4, 2)).astype(dtype)
    case('matmul', lambda: stack @ other, stack, other)

for dtype in ('int32', 'int64', 'uint8'):
    for n in (0, 1, 50):
        a = rng.integers(0, 12, n).astype(dtype)
        w = rng.integers(-4, 5, n) / 4
        case('bincount', lambda: np.bincount(a), a)
        case('bincount', lambda: np.bincount(a, w), a, {'weights': w.tolist()})
        case('bincount', lambda: np.bincount(a, minlength=20), a, {'minlength': 20})
for a in (rng.random(100), np.array([0.0, 1, 2, 3, 4]), np.array([np.nan, 1.0]), np.zeros(0), np.ones(3), np.arange(30) / 10,
          np.array([0.1, 0.3, 0.7, 1e-300, -5]), rng.integers(0, 9, 40)):
    for bins in (1, 3, 10, 100):
        case('histogram', lambda: np.histogram(a, bins), a, bins)
        case('histogram', lambda: np.histogram(a, bins, (0, 2)), a, bins, {'range': [0, 2]})
        case('histogram', lambda: np.histogram(a, bins, (0, 2), weights=np.ones(len(a)) / 2), a, bins,
             {'range': [0, 2], 'weights': [0.5] * len(a)})

# Parts of an axis: sums of floats have NumPy's order, whose halves begin at 129 elements behind the first.
REDUCED = ['add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum', 'bitwise_and', 'bitwise_or', 'bitwise_xor', 'logical_and',
           'logical_or', 'logical_xor', 'fmax']
for dtype in ('bool', 'uint8', 'int64', 'float32', 'float64'):
    for shape, axis, starts in (((1,), 0, [0]), ((12,), 0, [0, 3, 3, 11, 2, 2]), ((12,), 0, []), ((4, 9), 1, [8, 0, 4]), ((9, 5), 0, [0, 7]),
                                ((7, 2, 3), 1, [1, 0]), ((5, 0), 0, [0, 2])):
        a = rng.normal(0, 3, shape).astype(dtype) if dtype.startswith('float') else data(dtype, shape)
        starts = np.array(starts, 'int64')
        for name in REDUCED:
            ufunc = getattr(np, name)
            case(f'{name}.reduceat', lambda: ufunc.reduceat(a, starts, axis), a, starts, axis,
                 same='value' if name in ('fmax', 'maximum', 'minimum') else 'bits')
for dtype in ('float32', 'float64', 'int8', 'uint16'):
    long, wide = (rng.normal(1, 0.5, s).astype(dtype) for s in (420, (150, 5)))
    holes = data(dtype, 60)
    for name in ('add', 'subtract', 'multiply', 'maximum', 'minimum') + (('divide',) if dtype.startswith('float') else ()):
        ufunc = getattr(np, name)
        same = 'value' if name in ('maximum', 'minimum') else 'bits'
        for starts in ([0, 1, 9, 18, 26, 155, 155, 285, 286], [3, 140, 2]):
            starts = np.array(starts, 'int32')
            case(f'{name}.reduceat', lambda: ufunc.reduceat(long, starts, dtype=dtype), long, starts, {'dtype': dtype}, same=same)
        starts = np.array([0, 130, 8, 15], 'uint16')
        case(f'{name}.reduceat', lambda: ufunc.reduceat(wide, starts, 0, dtype), wide, starts, 0, dtype, same=same)
        case(f'{name}.reduceat', lambda: ufunc.reduceat(wide, starts[:0], 0, dtype), wide, starts[:0], 0, dtype, same=same)
        case(f'{name}.reduceat', lambda: ufunc.reduceat(holes, [0, 40, 59], dtype=dtype), holes, np.array([0, 40, 59]),
             {'dtype': dtype}, same='value')
    for starts in ([0, 60], [-1], [[0]]):
        starts = np.array(starts)
        case('add.reduceat', lambda: np.add.reduceat(holes, starts), holes, starts)

for dtype in ('bool', 'int8', 'uint8', 'int32', 'int64'):
    for shape, axis in (((0,), None), ((1,), None), ((9,), 0), ((17, 3), 0), ((3, 40), -1), ((2, 0), 1), ((0, 5), 1), ((2, 3, 5), 1), ((300,), None)):
        a = data(dtype, shape)
        for order in ('big', 'little'):
            case('packbits', lambda: np.packbits(a, axis, order), a, axis, order)
for shape, axis in (((0,), None), ((1,), None), ((5,), 0), ((3, 4), 0), ((3, 21), -1), ((2, 0), 1), ((0, 5), 1), ((2, 3, 5), 1), ((50,), None)):
    a = rng.integers(0, 256, shape, 'uint8')
    for order in ('big', 'little'):
        # Of no bytes NumPy gives whatever its memory held.
        for count in (None, 0, 3, 21, 130, -3) if a.size else (None, 0):
            case('unpackbits', lambda: np.unpackbits(a, axis, count, order), a, axis, count, order)

# Powers of two where numbers are subnormal, or become so, or infinite; numbers of ordinary sizes beside them, and alone.
for dtype, edges in (('float64', [5e-324, 2.0 ** -1022, 1e-310, 1.7e308]), ('float32', [1e-45, 2.0 ** -126, 1e-40, 3e38])):
    special = np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 1, -1, 0.5, 3, *edges, *(-x for x in edges)])
    for x in (special, np.concatenate([rng.normal(0, 100, 70), special, rng.normal(0, 1e-30, 21)]), rng.normal(0, 1, 37)):
        x = x.astype(dtype)
        case('frexp', lambda: np.frexp(x), x)
        for reach in (3, 130, 1030, 3000):
            k = rng.integers(-reach, reach + 1, len(x), 'int32')
            case('ldexp', lambda: np.ldexp(x, k), x, k)

with open(os.path.join(HERE, 'numpy-library.json'), 'w') as out:
    out.write('[\n' + ',\n'.join(json.dumps(c, separators=(',', ':')) for c in cases) + '\n]\n')
