"""Writes numpy-names-methods.json: methods of arrays, with every argument they take.

`python3 tools/numpy-names/methods.py` (NumPy 2.4) writes it. `test/fixtures-of-every-option.test.ts` finds what is missing.
"""
import warnings

import numpy as np

from cases import Cases

warnings.simplefilter('ignore')
np.seterr(all='ignore')

T = 1e-14
m = np.array([[3., 1, 2], [9, 7, 8], [4, 6, 5]])
mi = m.astype('int32')
b = m > 3
v = np.array([4., 1, 9, 16, 2, 2])
x3 = np.arange(24.).reshape(2, 3, 4)
share = np.array([[-0.75, 0.5], [0.25, 0.125]])
ones = np.array([[1., 2], [3, 7]])
bits = np.array([[1, 2], [6, 7]], 'int32')
holes = np.array([np.nan, 1, np.inf, -0.0])

# Functions that are methods here; NumPy writes most of them as operators.
METHODS = ('add subtract multiply divide floor_divide remainder fmod power negative positive absolute fabs square sqrt cbrt reciprocal sign floor ceil '
           'trunc rint minimum maximum fmin fmax copysign degrees radians exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh '
           'cosh tanh arcsinh arccosh arctanh arctan2 hypot less less_equal greater greater_equal equal not_equal logical_and logical_or logical_xor '
           'logical_not bitwise_and bitwise_or bitwise_xor invert left_shift right_shift isnan isinf isfinite signbit').split()
# ndarray's names of functions, beside NumPy's.
SCIJS = {'sub': 'subtract', 'mul': 'multiply', 'div': 'divide', 'mod': 'remainder', 'pow': 'power', 'neg': 'negative', 'abs': 'absolute',
         'asin': 'arcsin', 'acos': 'arccos', 'atan': 'arctan', 'lt': 'less', 'leq': 'less_equal', 'gt': 'greater', 'geq': 'greater_equal',
         'eq': 'equal', 'neq': 'not_equal', 'and': 'logical_and', 'or': 'logical_or', 'not': 'logical_not', 'xor': 'logical_xor',
         'band': 'bitwise_and', 'bor': 'bitwise_or', 'bxor': 'bitwise_xor', 'bnot': 'invert', 'lshift': 'left_shift', 'rshift': 'right_shift'}


def method(name):
    """A method's result; of those that change the array, the array."""
    def run(a, *args, **kw):
        a = a.copy()
        result = getattr(a, name)(*args, **kw)
        return a if result is None else result
    return run


def elementwise(c):
    for name in METHODS:
        write(c, name, getattr(np, name))
    for name, numpy in SCIJS.items():
        write(c, name, getattr(np, numpy))
    for name, change in (('addeq', '__iadd__'), ('subeq', '__isub__'), ('muleq', '__imul__'), ('diveq', '__itruediv__'), ('modeq', '__imod__'),
                         ('poweq', '__ipow__')):
        for a, other in ((m, m[::-1].copy()), (m, 2.), (mi, 2), (m.astype('float32'), 0.5), (mi, 0.5), (m, np.ones((2, 3, 3))), (m, v[:3])):
            c.add(f'NdArray.{name}', a, other, f=method(change), tol=T)


def write(c, name, f):
    """With operands it takes, and each of its options."""
    which = share if f.types and not any(t.startswith('b') for t in f.types) or name.startswith(('arc', 'a')) else ones
    if any(t.split('->')[0].strip('?bBhHiIlLqQpP') == '' for t in f.types) and not any('d' in t.split('->')[0] for t in f.types):
        which = bits
    if name == 'arccosh':
        which = ones
    given = [which] if f.nin == 1 else [which, which[::-1].copy()]
    at = f'NdArray.{name}'
    tol = 1e-14
    want = np.asarray(f(*given))
    out = np.zeros_like(want)
    c.add(at, *given, f=f, tol=tol)
    c.add(at, *given, out=out, f=f, tol=tol)
    c.add(at, *given, where=want == want.ravel()[0], out=out, f=f, tol=tol)
    if f.nin == 2:
        c.add(at, given[0], 1 if which is bits else 2., f=f, tol=tol)
    narrow = 'bool' if want.dtype == bool else 'float32' if want.dtype.kind == 'f' else 'int8'
    c.add(at, *given, dtype=narrow, casting='unsafe', f=f, tol=1e-6)
    c.add(at, *given, axis=1, f=f)


def reductions(c):
    three = np.zeros(3)
    for name in ('sum', 'prod', 'min', 'max', 'mean', 'std', 'var'):
        f, at = method(name), f'NdArray.{name}'
        for a in (m, mi, x3):
            c.add(at, a, f=f, tol=T)
            c.add(at, a, 1, f=f, tol=T)
            c.add(at, a, axis=(0, 1), keepdims=True, f=f, tol=T)
        c.add(at, m, axis=0, out=three, f=f, tol=T)
        c.add(at, m, where=b, f=f, tol=T, **({'initial': 0.5} if name in ('min', 'max') else {}))
        c.add(at, m, 5, f=f)
        c.add(at, m, None, keepdims=True, f=f, tol=T)
        if name in ('sum', 'prod', 'min', 'max'):
            c.add(at, m, initial=2.5, f=f, tol=T)
            c.add(at, m, axis=1, where=b, initial=2.5, f=f, tol=T)
        if name not in ('min', 'max'):
            c.add(at, mi, dtype='float32', f=f, tol=1e-6)
            c.add(at, m, 0, 'float32', f=f, tol=1e-6)
        if name in ('std', 'var'):
            c.add(at, m, ddof=1, f=f, tol=T)
            c.add(at, m, axis=1, ddof=2, f=f, tol=T)
            # NumPy's methods take these two by a detour through its functions.
            f = getattr(np, name)
            c.add(at, m, axis=1, correction=1, f=f, tol=T)
            c.add(at, m, axis=1, mean=np.array([[1.], [2], [3]]), f=f, tol=T)
    for name in ('any', 'all'):
        f, at = method(name), f'NdArray.{name}'
        c.add(at, b, f=f)
        c.add(at, b, 1, f=f)
        c.add(at, b, axis=0, keepdims=True, f=f)
        c.add(at, b, axis=0, out=np.zeros(3, bool), f=f)
        c.add(at, b, axis=0, where=m > 4, f=f)
    for name in ('argmin', 'argmax'):
        f, at = method(name), f'NdArray.{name}'
        for a in (m, mi, v):
            c.add(at, a, f=f)
            c.add(at, a, 0, f=f)
        c.add(at, m, axis=1, keepdims=True, f=f)
        c.add(at, m, axis=1, out=np.zeros(3, 'int64'), f=f)
    for name in ('cumsum', 'cumprod'):
        f, at = method(name), f'NdArray.{name}'
        for a in (m, mi):
            c.add(at, a, f=f)
            c.add(at, a, 1, f=f)
        c.add(at, m, axis=0, dtype='float32', f=f)
        c.add(at, m, axis=0, out=np.zeros((3, 3)), f=f)
    for kw in ({}, {'axis': 1}, {'axis': 0, 'keepdims': True}, {'axis': 0, 'out': three}):
        c.add('NdArray.ptp', m, f=np.ptp, **kw)
    for kw in ({}, {'offset': 1}, {'offset': -1, 'dtype': 'float32'}, {'axis1': 1, 'axis2': 2}, {'axis1': 2, 'axis2': 0, 'out': np.zeros(3)}):
        c.add('NdArray.trace', x3[:, :2] if kw.get('axis1') != 2 else x3, f=method('trace'), **kw)
    for kw in ({}, {'offset': 1}, {'axis1': 1, 'axis2': 2}, {'offset': -1, 'axis1': 2, 'axis2': 1}):
        c.add('NdArray.diagonal', x3, f=method('diagonal'), **kw)


def chosen(c):
    def add(name, *args, f=None, **kw):
        c.add(f'NdArray.{name}', *args, f=f or method(name), **kw)

    add('round', m / 7)
    add('round', m / 7, 2)
    add('round', m / 7, decimals=1, out=np.zeros((3, 3)))
    add('clip', m, 2., 6.)
    add('clip', m, min=2.)
    add('clip', m, max=6., out=np.zeros((3, 3)))
    add('clip', m, None, 5.)
    add('clip', mi, 2, 6, dtype='float64', casting='same_kind')
    add('clip', m, 2., 6., where=b, out=np.zeros((3, 3)))
    for kw in ({}, {'axis': 0}, {'axis': 0, 'mode': 'clip'}, {'axis': 1, 'mode': 'wrap'}, {'axis': 1, 'out': np.zeros((3, 2))}):
        add('take', m, np.array([2, 0]), **kw)
    add('take', m, np.array([2, 9]), mode='clip')
    add('take', m, np.array([2, 99]))
    add('repeat', m, 2)
    add('repeat', m, np.array([1, 0, 2]), 0)
    add('repeat', m, 2, axis=1)
    for a in (m, mi, v, b):
        add('sort', a)
        add('argsort', a, kind='stable')
    for axis in (0, 1, -1):
        for kind in ('quicksort', 'stable', 'heapsort', 'mergesort'):
            add('sort', m, axis, kind)
            add('argsort', m, axis=axis, kind=kind)
    add('sort', v, stable=True)
    add('argsort', v, stable=True)
    add('argsort', m, None, kind='stable')
    add('sort', v, descending=True, f=lambda a, descending: np.sort(a)[::-1])
    add('argsort', v, descending=True, f=lambda a, descending: np.argsort(-a, kind='stable'))
    ordered = np.sort(v)
    add('searchsorted', ordered, np.array([2., 3, 31]))
    add('searchsorted', ordered, np.array([2., 3, 31]), 'right')
    add('searchsorted', v, 2., side='right', sorter=np.argsort(v, kind='stable'))
    for a in (v - 2, m - 2, b):
        add('nonzero', a)
    add('fill', m, 7.)
    add('fill', mi, 2)
    add('fill', mi, np.array(4))
    add('put', m, np.array([0, -1, 4]), np.array([7., 8, 9]))
    add('put', m, np.array([0, 11]), 7., mode='wrap')
    add('put', m, np.array([0, 11]), 7., mode='clip')
    add('put', m, np.array([0, 11]), 7.)
    picks = np.array([0, 1, 1, 0, 2, 1])
    choices = [v, v * 10, v * 100]
    add('choose', picks, choices)
    add('choose', picks + 1, choices, mode='wrap')
    add('choose', picks - 1, choices, mode='clip')
    add('choose', picks, choices, out=np.zeros(6))
    add('choose', picks + 1, choices)
    for kw in ({}, {'axis': 0}, {'axis': 1}):
        add('compress', m, np.array([True, False, True]), f=lambda a, w, **kw: a.compress(w, **kw), **kw)
    add('compress', m, np.array([True, False, True]), axis=1, out=np.zeros((3, 2)))
    for kw in ({}, {'axis': 0}, {'axis': None}):
        add('partition', np.sort(m.ravel()).reshape(3, 3), 1, **kw) if kw.get('axis', 0) is not None else None
    add('partition', np.arange(5.), [1, 3], kind='introselect')
    add('argpartition', np.arange(5.), [1, 3], kind='introselect', f=lambda a, k, kind: np.arange(5))
    add('argpartition', x3, 1, axis=0, f=lambda a, k, axis: np.argsort(a, axis, kind='stable'))


def shaped(c):
    def add(name, *args, f=None, **kw):
        c.add(f'NdArray.{name}', *args, f=f or method(name), **kw)

    for args in ((4, 6), ([4, 6],), (-1,), (2, -1), ([],), (5, 5), (-1, -1)):
        add('reshape', x3, *args)
    for order in ('C', 'F', 'A'):
        add('ravel', x3, order=order)
        add('flatten', x3, order=order)
        add('reshape', x3, [4, 6], order=order)
    add('reshape', x3, [4, 6], copy=True)
    add('ravel', x3)
    add('flatten', x3)
    add('squeeze', x3[None])
    add('squeeze', x3[None, :, :, :1], axis=(0, 3))
    add('squeeze', x3, 0)
    add('swapaxes', x3, 0, 2)
    add('swapaxes', x3, 0, 5)
    add('broadcastTo', v, [2, 6], f=np.broadcast_to)
    add('broadcastTo', v, [6, 2], f=np.broadcast_to)
    add('expandDims', v, 0, f=np.expand_dims)
    add('expandDims', v, [0, 2], f=np.expand_dims)
    add('expandDims', v, 4, f=np.expand_dims)
    add('copy', x3)
    add('clone', x3, f=lambda a: a.copy())
    add('view', mi)
    add('view', mi, 'uint8')
    add('view', mi, 'float32', f=lambda a, d: np.array([[1, 2, 3]], 'int32').view(d), js=[np.array([[1, 2, 3]], 'int32'), 'float32'])
    add('view', np.zeros((2, 3), 'uint8'), 'uint16')
    add('conj', m)
    add('conjugate', m)
    add('byteswap', mi)
    add('byteswap', mi, inplace=True)
    add('to_device', m, 'cpu')
    add('to_device', m, 'gpu')
    add('tobytes', mi, f=lambda a: np.frombuffer(a.tobytes(), 'uint8'))
    add('tobytes', mi, order='F', f=lambda a, order: np.frombuffer(a.tobytes(order), 'uint8'))
    add('dot', m, m)
    add('dot', m, m[0])
    add('dot', m, m, out=np.zeros((3, 3)))
    add('dot', m, v)
    add('matmul', m, m, f=np.matmul)
    add('matmul', m, m, out=np.zeros((3, 3)), f=np.matmul)
    add('matmul', m, v, f=np.matmul)
    for dtype in ('int8', 'uint8', 'bool', 'float32', 'int64'):
        add('astype', m * 40, dtype) if dtype not in ('int8', 'uint8') else add('astype', mi * 40, dtype)
    add('astype', m, 'float64', copy=False)
    add('astype', m, 'int8', casting='safe')
    add('astype', m, 'float32', casting='same_kind')
    add('astype', mi, 'float64', copy=True, casting='safe')
    # The standard's option.
    add('astype', mi, 'float64', device='cpu', f=np.astype)
    add('astype', mi, 'float64', device='gpu', f=np.astype)
    add('astype', m, 'no such')
    add('assign', m, 3., f=lambda a, x: np.full_like(a, x))
    add('assign', m, v[:3], f=lambda a, x: np.broadcast_to(x, a.shape).copy())
    add('assign', m, v, f=lambda a, x: a.__setitem__(Ellipsis, x))
    S = slice
    add('slice', x3, 0, S(1, None), f=lambda a, *i: a[i])
    add('slice', x3, Ellipsis, S(None, None, -2), f=lambda a, *i: a[i])
    add('slice', x3, None, 1, np.array([2, 0]), f=lambda a, *i: a[i])
    add('slice', x3, x3 > 20, f=lambda a, *i: a[i])
    add('slice', x3, 7, f=lambda a, *i: a[i])
    add('item', v, 3)
    add('item', m, 1, 2)
    add('item', m)
    add('item', v[:1])
    add('item', m, 4)
    add('item', v, 9)
    add('tolist', v)
    add('tolist', m)
    add('tolist', mi)


def refused(c):
    """Whatever else is given is no argument of any method."""
    first = {}
    for case in c.list:
        if not (isinstance(case['out'], dict) and 'error' in case['out']):
            first.setdefault(case['f'], case)
    for name, case in first.items():
        if name not in ('NdArray.slice', 'NdArray.tolist'):
            given = [x for x in case['in'] if not (isinstance(x, dict) and 'o' in x)]
            c.list.append({'f': name, 'in': given + [{'o': {'nonsense': 1}}], 'out': {'error': 'TypeError'}})


c = Cases()
for make in (elementwise, reductions, chosen, shaped, refused):
    make(c)
c.write('methods')
