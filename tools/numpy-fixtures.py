"""Writes packages/weldarray/test/fixtures/numpy-*.json: what NumPy answers, for the differential tests.

Run by hand (`python3 tools/numpy-fixtures.py`, NumPy 2.4) when cases are added; the tests read the files and need no
Python. Results are base64 of little-endian elements, dtypes one letter each (`-` where NumPy raises). float16, which
NumPy takes for functions of 8-bit integers, is recorded as what float32 operands give.
"""
import base64
import json
import os
import warnings

import numpy as np

warnings.simplefilter('ignore')
np.seterr(all='ignore')

CODES = {'?': '?', 'int8': 'b', 'uint8': 'B', 'int16': 'h', 'uint16': 'H', 'int32': 'i', 'uint32': 'I', 'int64': 'q', 'uint64': 'Q',
         'float32': 'f', 'float64': 'd', 'bool': '?'}
DTYPES = ['bool', 'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64']
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'packages', 'weldarray', 'test', 'fixtures')
SEED = 20240607

ARITHMETIC = ['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'fmod', 'power', 'minimum', 'maximum', 'fmin', 'fmax']
COMPARISON = ['less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal']
LOGIC = ['logical_and', 'logical_or', 'logical_xor', 'bitwise_and', 'bitwise_or', 'bitwise_xor', 'left_shift', 'right_shift']
FLOAT2 = ['arctan2', 'hypot', 'copysign']
BINARY = ARITHMETIC + COMPARISON + LOGIC + FLOAT2
EXACT1 = ['negative', 'positive', 'absolute', 'fabs', 'square', 'sqrt', 'reciprocal', 'sign', 'floor', 'ceil', 'trunc', 'rint',
          'isnan', 'isinf', 'isfinite', 'signbit', 'logical_not', 'invert', 'degrees', 'radians']
ELEMENTARY = ['exp', 'exp2', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sin', 'cos', 'tan', 'arcsin', 'arccos', 'arctan', 'sinh',
              'cosh', 'tanh', 'arcsinh', 'arccosh', 'arctanh', 'cbrt']


def encode(a):
    return base64.b64encode(np.ascontiguousarray(a).tobytes()).decode()


def special(dtype):
    """Values at which operations differ from what one expects."""
    if dtype == 'bool':
        return np.array([False, True, True, False], bool)
    if dtype.startswith('float'):
        big = 1e300 if dtype == 'float64' else 3e38
        return np.array([0.0, -0.0, 1, -1, 0.5, -2.5, 1.5, 3, -7, 10, np.inf, -np.inf, np.nan, big, -big, 1e-40], dtype)
    info = np.iinfo(dtype)
    values = [0, 1, 2, 3, 7, 10, 13, 31, 100, info.max, info.max - 1]
    values += [-1, -2, -7, info.min, info.min + 1] if info.min < 0 else [32, 64, 8, 15, info.max // 2]
    return np.array(values, dtype)


def operands(dtype):
    """Two short arrays for the table of dtype pairs."""
    s = special(dtype)
    n = 6
    first = s[[(3 * i + 1) % len(s) for i in range(n)]]
    second = s[[(5 * i + 2) % len(s) for i in range(n)]]
    return first, second


def call(name, *args):
    """The result, or None where NumPy has none."""
    f = getattr(np, name)
    try:
        result = np.asarray(f(*args))
        if result.dtype == np.float16:
            result = np.asarray(f(*[a.astype(np.float32) if isinstance(a, np.ndarray) and a.itemsize == 1 else a for a in args]))
        return result
    except (TypeError, ValueError, OverflowError):
        return None


def table(results):
    """Dtype letters and all elements in one blob."""
    codes = ''.join('-' if r is None else CODES[r.dtype.name] for r in results)
    return [codes, base64.b64encode(b''.join(np.ascontiguousarray(r).tobytes() for r in results if r is not None)).decode()]


def exponents(name, a, b):
    """Integer powers of negative integers are an error for the whole array; small exponents are kept here."""
    if name == 'power' and not (a.dtype.kind == 'f' or b.dtype.kind == 'f') and b.dtype.kind == 'i':
        return (np.abs(b.astype(np.int64)) % 11).astype(b.dtype)
    return b


def binary_tables():
    pairs, outer = {}, {}
    for name in BINARY:
        rows = []
        for x in DTYPES:
            for y in DTYPES:
                a, b = operands(x)[0], operands(y)[1]
                rows.append(call(name, a, exponents(name, a, b)))
        pairs[name] = table(rows)
        rows = []
        for d in DTYPES:
            s = special(d)
            rows.append(call(name, s[:, None], exponents(name, s, s)[None, :]))
        outer[name] = table(rows)
    inputs = {CODES[d]: [encode(v) for v in (special(d), *operands(d))] for d in DTYPES}
    return {'inputs': inputs, 'pairs': pairs, 'outer': outer}


WEAK = [0, 1, -1, 2, 127, 128, 255, 256, 300, -129, 32768, 65536, 2**31, 2**32, -2**31 - 1, 1.5, -0.5, float('nan'), float('inf'), True]


def weak_tables():
    out = {}
    for name in ['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'maximum', 'less', 'equal', 'greater_equal',
                 'logical_and', 'bitwise_and', 'arctan2', 'copysign']:
        rows = []
        for d in DTYPES:
            a = operands(d)[0]
            for w in WEAK:
                rows += [call(name, a, w), call(name, w, a)]
        out[name] = table(rows)
    return {'scalars': [str(w) for w in WEAK], 'results': out}


def unary_tables():
    rng = np.random.default_rng(SEED)
    exact = {name: table([call(name, special(d)) for d in DTYPES]) for name in EXACT1}
    points = np.concatenate([special('float64'), rng.uniform(-1, 1, 40), rng.uniform(-20, 20, 40), np.exp(rng.uniform(-300, 300, 40)),
                             [1e-310, -1e-310, 709.7, 710, -745, -746, 1e22, 2**53]])
    narrow = points.astype(np.float32)
    elementary = {name: [encode(getattr(np, name)(points)), encode(getattr(np, name)(narrow))] for name in ELEMENTARY}
    return {'seed': SEED, 'exact': exact, 'points': [encode(points), encode(narrow)], 'elementary': elementary}


def reduction_cases():
    rng = np.random.default_rng(SEED)
    arrays, cases = {}, []
    for d in DTYPES:
        if d == 'bool':
            a = rng.random((3, 4, 5)) < 0.5
        elif d.startswith('float'):
            a = rng.normal(0, 10, (3, 4, 5)).astype(d)
            a[1, 2, 3] = a[0, 0, 0]
        else:
            info = np.iinfo(d)
            a = rng.integers(max(info.min, -2**40), min(info.max, 2**40), (3, 4, 5), dtype=d)
        arrays[CODES[d]] = encode(a)
        for name in ['sum', 'prod', 'min', 'max', 'mean', 'std', 'var', 'any', 'all', 'argmin', 'argmax', 'ptp', 'count_nonzero', 'median',
                     'cumsum', 'cumprod', 'sort', 'argsort']:
            for axis in [None, 0, 1, -1, (0, 2), (1, 2)]:
                if isinstance(axis, tuple) and name in ('argmin', 'argmax', 'cumsum', 'cumprod', 'sort', 'argsort'):
                    continue
                if d == 'bool' and name == 'ptp':
                    continue
                kwargs = {'kind': 'stable'} if name == 'argsort' else {}
                r = np.asarray(getattr(np, name)(a, axis=axis, **kwargs))
                if r.dtype == np.float16:
                    r = np.asarray(getattr(np, name)(a.astype(np.float32), axis=axis))
                cases.append([name, CODES[d], axis, CODES[r.dtype.name], list(r.shape), encode(r)])
    return {'seed': SEED, 'shape': [3, 4, 5], 'arrays': arrays, 'cases': cases}


def slicing_cases():
    a = np.arange(60).reshape(3, 4, 5)
    specs = ['1', '-1', ':', '::-1', '1:', ':-1', '::2', '1:3, ::-1', '..., 0', '0, ...', ':, :, 1:4:2', 'null, 0', '..., null', '::-2, ::-2, ::-2',
             '5:', '-10:10', '3:1', '2:0:-1', '0, 1, 2', ':, null, 1', '-2:, -2:', '10:0:-3', ':0', '::5, ::3', '1:2:-1', '..., ::-1, 1:-1']
    out = []
    for spec in specs:
        r = eval('a[' + spec.replace('null', 'None') + ']', {'a': a})
        out.append([spec, list(r.shape), np.ravel(r).tolist()])
    return {'cases': out}


def stream_cases():
    out = []
    for seed in [0, 1, 42, 2**40 + 17, 12345678901234567890, [1, 2, 3, 4, 5]]:
        r = np.random.default_rng(seed)
        out.append({'seed': [str(s) for s in seed] if isinstance(seed, list) else str(seed), 'random': encode(r.random(20)),
                    'uniform': encode(r.uniform(-3, 5, 5)), 'integers': encode(r.integers(10, 1000, 20)), 'wide': encode(r.integers(0, 2**60, 5)),
                    'int32': encode(r.integers(-5, 5, 9, dtype=np.int32)), 'float32': encode(r.random(5, dtype=np.float32)),
                    'permutation': r.permutation(12).tolist(), 'normal': encode(r.normal(1, 2, 300))})
    return out


def files():
    import io
    out = {}
    for d in DTYPES:
        f = io.BytesIO()
        np.save(f, special(d)[:4].reshape(2, 2))
        out[CODES[d]] = base64.b64encode(f.getvalue()).decode()
    for name, a in {'fortran': np.asfortranarray(np.arange(6.0).reshape(2, 3)), 'big': np.arange(3, dtype='>i4'), 'scalar': np.array(2.5)}.items():
        f = io.BytesIO()
        np.save(f, a)
        out[name] = base64.b64encode(f.getvalue()).decode()
    return out


def main():
    os.makedirs(HERE, exist_ok=True)
    for name, content in {'binary': binary_tables(), 'weak': weak_tables(), 'unary': unary_tables(), 'reductions': reduction_cases(),
                          'slicing': slicing_cases(), 'random': stream_cases(), 'files': files()}.items():
        with open(os.path.join(HERE, f'numpy-{name}.json'), 'w') as f:
            json.dump(content, f, separators=(',', ':'))
            f.write('\n')


if __name__ == '__main__':
    main()
