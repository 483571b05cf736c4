"""Cases for the methods of elementwise functions: `add.reduce`, `maximum.accumulate`, …"""
import warnings

import numpy as np
from cases import Cases

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

    def run(a, *args):
        a = a.copy()
        f(a, *args)
        return a
    return run


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
c.write('ufuncs')
