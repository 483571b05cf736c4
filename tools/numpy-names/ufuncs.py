"""Cases for the methods of elementwise functions: `add.reduce`, `maximum.accumulate`, …"""
import warnings

import numpy as np
from cases import Cases, changed

warnings.simplefilter('ignore')
np.seterr(all='ignore')

NAN = np.nan
v = np.array([1., 4, 9, 16, 30])
m = np.arange(1., 13).reshape(3, 4)
mi = np.arange(1, 13, dtype='int32').reshape(3, 4)
u8 = np.array([[200, 100, 7], [3, 255, 1]], 'uint8')
b = np.array([[True, False, True], [True, True, False]])
x3 = np.arange(24.).reshape(2, 3, 4) - 7
f32 = np.array([0.5, 1.5, -2.25], 'float32')
holes = np.array([[1., NAN, 3], [4, 0, 2]])
none = np.zeros((0, 3))
T = 1e-14


def inplace(name):
    f = np
    for part in name.split('.'):
        f = getattr(f, part)
    return changed(f)


c = Cases()
NAMES = ['add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum', 'fmax', 'fmin', 'power', 'hypot', 'arctan2', 'remainder', 'copysign']
# With vectors, NumPy 2.4 gives these of the first and the last element alone: 10.37 is `(0.5 ** 1.5) ** -2.25`, it says 4.76.
FIRST_AND_LAST = ('power', 'arctan2')
for name in NAMES:
    for a in (v, m, x3, f32, holes):
        if name not in FIRST_AND_LAST:
            c.add(f'{name}.reduce', a, tol=1e-13)
        c.add(f'{name}.accumulate', a, tol=1e-13)
    if name not in FIRST_AND_LAST:
        c.add(f'{name}.reduce', m, 1, tol=1e-13)
        c.add(f'{name}.reduce', x3, axis=-1, keepdims=True, tol=1e-13)
    c.add(f'{name}.accumulate', m, 1, tol=1e-13)
    if name not in FIRST_AND_LAST:
        c.add(f'{name}.reduceat', v, [0, 3, 1, 4], tol=1e-13)
        c.add(f'{name}.reduceat', m, [0, 2], axis=1, tol=1e-13)
        c.add(f'{name}.reduceat', m, [2, 0], tol=1e-13)
    c.add(f'{name}.outer', v, f32, tol=1e-13)
    c.add(f'{name}.outer', m, u8[0], tol=1e-13)
    c.add(f'{name}.reduce', none, tol=1e-13)
    c.add(f'{name}.reduce', m, 5)
    c.add(f'{name}.accumulate', m, 5)
    c.add(f'{name}.reduceat', v, [0, 9])
for name in ('add', 'multiply', 'maximum', 'minimum', 'logical_and', 'logical_or', 'logical_xor'):
    c.add(f'{name}.reduce', x3, (0, 2), tol=T)
    c.add(f'{name}.reduce', x3, None, tol=T)
    for a in (b, u8, mi):
        c.add(f'{name}.reduce', a)
        c.add(f'{name}.reduce', a, 1, keepdims=True)
        c.add(f'{name}.accumulate', a)
        c.add(f'{name}.reduceat', a, [1, 0])
    c.add(f'{name}.reduce', b, axis=None)
for name in ('add', 'multiply', 'maximum', 'minimum'):
    c.add(f'{name}.reduce', m, initial=20., tol=T)
    c.add(f'{name}.reduce', m, where=np.array([True, False, True, False]), initial=3., tol=T)
    c.add(f'{name}.reduce', mi, 0, 'float32')
    c.add(f'{name}.accumulate', u8, dtype='int64')
    c.add(f'{name}.accumulate', mi, 0, 'float64')
c.add('subtract.reduce', x3, (0, 1))
c.add('subtract.reduce', m, initial=100.)
c.add('subtract.reduce', mi)
c.add('subtract.accumulate', u8)
for name in ('bitwise_and', 'bitwise_or', 'bitwise_xor'):
    for a in (u8, mi, b):
        c.add(f'{name}.reduce', a)
        c.add(f'{name}.reduce', a, None)
        c.add(f'{name}.accumulate', a, 1)
    c.add(f'{name}.reduce', np.zeros((0, 2), 'uint8'))
    c.add(f'{name}.reduce', u8, where=np.array([True, False, True]))
c.add('less.outer', v, v)
c.add('equal.outer', mi[0], u8[0])
c.add('left_shift.outer', mi[0], np.arange(3, dtype='int32'))
for name in NAMES:
    c.add(f'{name}.at', v, [0, 1, 0, 4], 2.5, f=inplace(f'{name}.at'), tol=1e-13)
    c.add(f'{name}.at', m, [2, 0, 2], np.array([1., 2, 3, 4]), f=inplace(f'{name}.at'), tol=1e-13)
    c.add(f'{name}.at', m, (np.array([0, 1, 0]), np.array([1, 1, 1])), np.array([1., 2, 3]), f=inplace(f'{name}.at'), tol=1e-13)
c.add('bitwise_xor.at', mi, (slice(None), [0, 0, 1]), 3, f=inplace('bitwise_xor.at'))
c.add('left_shift.at', mi, ([0, 0], [3, 3]), 1, f=inplace('left_shift.at'))
c.add('negative.at', v, [0, 1, 0, 2], f=inplace('negative.at'))
c.add('sqrt.at', v, [0, 1, 1], f=inplace('sqrt.at'))
c.add('square.at', mi, ([1], [2]), f=inplace('square.at'))
c.add('add.at', v, [7], 1., f=inplace('add.at'))


# Every other function has each of its methods once: of floats, of integers, where these are what it takes.
def folds(f, a):
    """Whether NumPy's reduction is the fold of the elements, one after the other: see FIRST_AND_LAST."""
    want = a[0]
    for e in a[1:]:
        want = f(want, e)
    return np.allclose(np.asarray(f.reduce(a), float), np.asarray(want, float), rtol=1e-12, atol=0, equal_nan=True)


few = np.array([[3., 1, -2], [0.5, 4, 2]])
fewi = np.array([[6, 4, 3], [1, 2, 9]], 'int32')
shifts = np.array([[1, 4, 3], [1, 2, 0]], 'int32')
FLOATS = ['atan2', 'pow', 'mod', 'true_divide', 'float_power', 'floor_divide', 'fmod', 'heaviside', 'logaddexp', 'logaddexp2', 'nextafter',
          'equal', 'not_equal', 'less', 'less_equal', 'greater', 'greater_equal', 'logical_and', 'logical_or', 'logical_xor']
INTEGERS = ['bitwise_and', 'bitwise_or', 'bitwise_xor', 'gcd', 'lcm', 'floor_divide', 'mod', 'pow', 'equal', 'less', 'logical_or']
SHIFTS = ['bitwise_left_shift', 'bitwise_right_shift', 'left_shift', 'right_shift']
for names, a in ((FLOATS, few), (INTEGERS, fewi), (SHIFTS, shifts)):
    for name in names:
        f = getattr(np, name)
        tol = {} if a is not few else {'tol': 1e-13}
        try:
            isFold = all(folds(f, line) for line in (*a, *a.T))
        except Exception:
            isFold = True
        if isFold:
            c.add(f'{name}.reduce', a, **tol)
            c.add(f'{name}.reduce', a, axis=1, keepdims=True, **tol)
            c.add(f'{name}.reduceat', a, [2, 0, 1], axis=1, **tol)
        else:
            print(name, 'reduces the first and the last element alone: no case')
        c.add(f'{name}.accumulate', a, **tol)
        c.add(f'{name}.accumulate', a, axis=1, **tol)
        c.add(f'{name}.outer', a[0], a, **tol)
        c.add(f'{name}.at', a, [1, 0, 1], a[0], f=inplace(f'{name}.at'), **tol)
        c.add(f'{name}.at', a, (np.array([0, 0]), np.array([1, 1])), np.array([1, 2], a.dtype), f=inplace(f'{name}.at'), **tol)
for name, a, dtype in [('logaddexp', few, 'int32'), ('divide', few, 'int32'), ('subtract', fewi, 'float32'), ('less', few, 'float64'),
                       ('bitwise_and', fewi, 'float64'), ('hypot', few, 'int32'), ('remainder', fewi, 'float64'), ('float_power', fewi, 'float32'),
                       ('fmax', b, 'bool'), ('subtract', b, 'bool'), ('subtract', fewi, 'bool'), ('gcd', fewi, 'int64'), ('logaddexp2', fewi, 'int64')]:
    c.add(f'{name}.reduce', a, dtype=dtype, tol=1e-13)
    c.add(f'{name}.accumulate', a, dtype=dtype, tol=1e-13)
    c.add(f'{name}.reduceat', a, [0, 1], dtype=dtype, tol=1e-13)
c.add('ldexp.outer', few[0], shifts)
c.add('ldexp.at', few, [1, 0, 1], shifts[0], f=inplace('ldexp.at'))
c.add('ldexp.reduce', few)
c.add('ldexp.accumulate', few)
c.add('ldexp.reduceat', few, [0])
UNARY = ('abs absolute acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh cbrt ceil conj conjugate cos cosh deg2rad degrees '
         'exp exp2 expm1 fabs floor isfinite isinf isnan log log10 log1p log2 logical_not negative positive rad2deg radians reciprocal rint sign '
         'signbit sin sinh spacing sqrt square tan tanh trunc').split()
for name in UNARY:
    c.add(f'{name}.at', np.array([0.25, 0.5, 1.5, -0.75]), [1, 0, 1], f=inplace(f'{name}.at'), tol=1e-13)
for name in ('bitwise_count', 'bitwise_invert', 'bitwise_not', 'invert'):
    c.add(f'{name}.at', fewi, ([1, 0, 1], [0, 2, 0]), f=inplace(f'{name}.at'))
c.write('ufuncs')
