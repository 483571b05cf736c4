"""Writes packages/weldarray/test/fixtures/numpy-library.json: what NumPy answers for functions with kernels of their own.

Run by hand (`python3 tools/numpy-library-fixtures.py`, NumPy 2.4) when cases are added. A case is a function's name, its
arguments (arrays as dtype letter, shape and base64 of little-endian elements, long ones by a rule for them) and its results; `null` where NumPy
raises.
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


class Ruled(np.ndarray):
    """Element i is i * step % modulus - shift, in C order: written down as these three numbers."""
    rule = None


def ruled(dtype, shape, step, modulus, shift=0):
    x = (np.arange(np.prod(shape, dtype=int)) * step % modulus - shift).astype(dtype).reshape(shape).view(Ruled)
    x.rule = [CODES[dtype], list(np.shape(x)), [step, modulus, shift]]
    return x


def plain(x):
    if getattr(x, 'rule', None) is not None:
        return {'array': x.rule}
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

def ask(name, *args, same='bits', **options):
    """A case of the function of this name; its options are the last argument."""
    function = np
    for part in name.split('.'):
        function = getattr(function, part)
    given = [np.asarray(x) if isinstance(x, np.ndarray) else x for x in args]
    case(name, lambda: function(*given, **options), *args, *([options] if options else []), same=same)


# Convolutions. Whole numbers have one sum, in whatever order; around the lengths of blocks, tiles and vectors.
for dtype in ('float64', 'float32', 'int32', 'int64', 'uint8'):
    for n, m, modes in ((1, 1, 'fsv'), (3, 1, 'fsv'), (2, 5, 'fsv'), (9, 9, 'fsv'), (40, 17, 'fsv'), (17, 40, 'fsv'), (290, 257, 'fv'), (310, 33, 's')):
        for mode in (mode for mode in ('full', 'same', 'valid') if mode[0] in modes):
            a, v = ruled(dtype, (n,), 7, 23, 0 if dtype == 'uint8' else 11), ruled(dtype, (m,), 5, 19, 0 if dtype == 'uint8' else 9)
            # Floats are summed in float64 here.
            same = 'value' if dtype.startswith('float') else 'bits'
            ask('convolve', a, v, mode=mode, same=same)
            ask('correlate', a, v, mode=mode, same=same)
for a, v in ((rng.random(60) - 0.5, rng.random(20)), (np.array([1.0, np.inf, 2, np.nan]), np.array([0.0, 1, -1]))):
    for mode in ('full', 'same', 'valid'):
        ask('convolve', a, v, mode=mode, same='near')
        ask('correlate', a, v, mode=mode, same='near')
for n, m in ((1, 1), (2, 3), (50, 49), (150, 20)):
    ask('polymul', ruled('float64', (n,), 7, 23, 11), ruled('float64', (m,), 5, 19, 9), same='value')
ask('polymul', rng.random(70), rng.random(50), same='near')

# Long sums of products.
for dtype in ('float64', 'float32', 'int32', 'int64', 'uint8', 'int16', 'bool'):
    for n in (2047, 2048, 2049, 4096, 4097, 20_003):
        a, b = ruled(dtype, (n,), 7, 5, 0 if dtype in ('uint8', 'bool') else 2), ruled(dtype, (n,), 11, 7)
        ask('dot', a, b)
        ask('inner', a, b)
        ask('vdot', a, b)
        ask('tensordot', a, b, 1)
    a, b = ruled(dtype, (2, 3, 1, 3001), 5, 7, 0), ruled(dtype, (3, 3001, 1), 11, 5, 0)
    ask('matmul', a, b)
    ask('matmul', ruled(dtype, (1, 3001), 5, 7), ruled(dtype, (3001, 1), 11, 5))
for n in (2049, 30_000):
    ask('dot', ruled('float64', (n,), 7919, 10_007), ruled('float64', (n,), 104_729, 9_973, 5_000))
    ask('dot', ruled('float64', (n,), 1, 1), np.negative(ruled('float64', (n,), 1, 1)) if n < 3000 else ruled('float64', (n,), 1, 2))

# Quotients rounded down, and what is left.
for dtype in ('int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64'):
    info = np.iinfo(dtype)
    width = 8 * info.dtype.itemsize
    modulus = 2 ** min(width, 40)
    shift = modulus // 2 if info.min < 0 else 0
    a, b = (ruled(dtype, (133,), step % modulus, modulus, shift) for step in (1_000_003, 262_147 * 613))
    little = ruled(dtype, (133,), 7, 23, 11 if shift else 0)
    for op in ('floor_divide', 'remainder'):
        for x, y in ((a, b), (a, little), (little, a), (a[::-1].copy(), a), (np.full(20, info.min, dtype), np.arange(-1 if shift else 0, 20 - (1 if shift else 0)).astype(dtype))):
            ask(op, x, y)
        for y in (1, 3, 7, 100, 127) + ((-1, -2, -10, -128) if shift else (128, 255)):
            ask(op, a, np.array(y, dtype))

# Pads: whole numbers, whose means have no order.
for dtype in ('float64', 'int32', 'uint8'):
    for shape in ((5,), (4, 6), (2, 3, 4)):
        a = ruled(dtype, shape, 7, 31)
        for width in (1, 3, (2, 0)):
            ask('pad', a, width)
            for mode in ('edge', 'reflect', 'symmetric', 'wrap', 'maximum', 'linear_ramp'):
                ask('pad', a, width, mode=mode, same='near' if mode == 'linear_ramp' else 'bits')

# Stacks of little matrices.
for dtype in ('float64', 'float32'):
    for shape in ((1, 1), (3, 3), (4, 4), (17, 17), (20, 4, 4), (3, 9, 9), (0, 3, 3)):
        m = (rng.random(shape) + 2 * np.eye(shape[-1])).astype(dtype)
        same = 'near' if dtype == 'float64' else 'near32'
        ask('linalg.inv', m, same=same)
        ask('linalg.det', m, same=same)
        ask('linalg.solve', m, (rng.random(shape[:-1] + (3,)) - 0.5).astype(dtype), same=same)
    ask('linalg.inv', np.ones((3, 3), dtype))
    ask('linalg.det', np.zeros((2, 3, 3), dtype), same='value')

with open(os.path.join(HERE, 'numpy-library.json'), 'w') as out:
    out.write('[\n' + ',\n'.join(json.dumps(c, separators=(',', ':')) for c in cases) + '\n]\n')
