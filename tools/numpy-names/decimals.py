"""Numbers as text, by NumPy and by C's printf: packages/weldarray/test/fixtures/numpy-decimals.json."""
import json
import pathlib
import random
import struct

import numpy as np

random.seed(5)


def number():
    """Any double, a half or a middle of decimals, a few digits, something of ordinary size."""
    kind = random.random()
    if kind < .3:
        return struct.unpack('d', struct.pack('Q', random.getrandbits(63) & 0x7fefffffffffffff))[0]
    if kind < .6:
        return random.randrange(0, 4000) / 2 ** random.randrange(0, 6)
    if kind < .8:
        return float(f'{random.randrange(1, 100)}e{random.randrange(-12, 25)}')
    return random.random() * 10 ** random.randrange(-6, 10)


def printf():
    x = number() * random.choice([1, -1])
    kind = random.choice('feg')
    form = f"%{random.choice(['', '+', ' ', '0', '-', '#'])}{random.choice(['', '12', '30'])}.{random.choice([0, 0, 1, 2, 3, 6, 10, 17, 25])}{kind}"
    return [form, repr(x), form % x] if kind != 'f' or abs(x) < 1e200 else printf()


def floating():
    x, places, unique = number(), random.choice([0, 1, 2, 5, 17, 30, 120]), random.random() < .5
    if x > 1e30:
        return floating()
    texts = [f(x, precision=places, unique=unique) for f in (np.format_float_positional, np.format_float_scientific)]
    return [repr(x), places, unique, *texts]


def array():
    dtype = random.choice(['float64', 'float32'])
    x = np.array([number() * random.choice([1, -1]) for _ in range(random.choice([1, 2, 3, 5]))])
    x = np.where(np.abs(x) < 1e30, x, random.choice([np.nan, np.inf, -0.])).astype(dtype)
    how = {}
    if random.random() < .6:
        how['precision'] = random.choice([0, 1, 3, 6, 12, 20])
    if random.random() < .3:
        how['suppress_small'] = True
    if random.random() < .6:
        how['floatmode'] = random.choice(['fixed', 'unique', 'maxprec', 'maxprec_equal'])
    return [[repr(float(e)) for e in x], dtype, how, np.array2string(x, **how)]


path = pathlib.Path(__file__).parents[2] / 'packages/weldarray/test/fixtures/numpy-decimals.json'
cases = {'printf': [printf() for _ in range(400)], 'floats': [floating() for _ in range(300)],
         'arrays': [array() for _ in range(300)]}
path.write_text('{\n' + ',\n'.join(f' "{k}": [\n  ' + ',\n  '.join(map(json.dumps, v)) + '\n ]' for k, v in cases.items()) + '\n}\n')
