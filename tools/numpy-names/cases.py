"""How a case of the NumPy names' fixtures is written down: a call with NumPy's arguments and NumPy's answer, as JSON."""
import base64
import json
import os

import numpy as np

LETTERS = {'bool': '?', 'int8': 'b', 'uint8': 'B', 'int16': 'h', 'uint16': 'H', 'int32': 'i', 'uint32': 'I', 'int64': 'q',
           'uint64': 'Q', 'float32': 'f', 'float64': 'd'}
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'packages', 'weldarray', 'test', 'fixtures')


DTYPES = list(LETTERS)


def few(dtype, whole):
    """Few different elements, some of them several times: those whole numbers, bools, or floats with NaN among them."""
    if dtype == 'bool':
        return np.array([1, 0, 1, 1, 0, 1], bool)
    return np.array([2.5, np.nan, -1, 2.5, 0, 7] if dtype.startswith('float') else whole, dtype)


def changed(f):
    """What a function leaves of its first argument."""
    def call(a, *rest, **kw):
        a = a.copy()
        f(a, *rest, **kw)
        return a
    return call


def scalar(x):
    if isinstance(x, (bool, np.bool_)):
        return bool(x)
    if isinstance(x, (int, np.integer)):
        return int(x) if abs(int(x)) <= 2**53 else {'big': str(int(x))}
    x = float(x)
    return x if np.isfinite(x) else {'f': 'nan' if np.isnan(x) else 'inf' if x > 0 else '-inf'}


def encode(x):
    """Arrays are {'a': dtype letter, 's': shape, 'v': elements}; what JSON has not is an object of one key."""
    if x is None or isinstance(x, str):
        return x
    if isinstance(x, slice):
        part = lambda n: '' if n is None else str(n)
        return ':'.join([part(x.start), part(x.stop)] + ([] if x.step is None else [str(x.step)]))
    if x is Ellipsis:
        return '...'
    if isinstance(x, np.ndarray):
        letter = LETTERS[x.dtype.name]
        out = {'a': letter, 's': list(x.shape)}
        if x.size > (6 if letter in 'fd' else 24) or (letter in 'qQ' and any(abs(int(e)) > 2**53 for e in x.ravel())):
            out['b'] = base64.b64encode(np.ascontiguousarray(x).tobytes()).decode()
        else:
            out['v'] = [scalar(e) for e in x.ravel()]
        return out
    if isinstance(x, np.generic):
        return encode(np.asarray(x))
    if isinstance(x, (bool, int, float)):
        return scalar(x)
    if isinstance(x, dict):
        return {'o': {k: encode(v) for k, v in x.items()}}
    if isinstance(x, (list, tuple)):
        return [encode(e) for e in x]
    if isinstance(x, type) and issubclass(x, np.generic):
        return np.dtype(x).name
    raise TypeError(f'cannot encode {type(x)}')


class Cases:
    def __init__(self):
        self.list = []

    def add(self, name, *args, tol=0, f=None, js=None, **kw):
        """`f` instead of np.<name>; `js` instead of the arguments the other side gets."""
        if f is None:
            f = np
            for part in name.split('.'):
                f = getattr(f, part)
        # Before the call, which writes to `out`.
        given = [encode(a) for a in (args if js is None else js)]
        if kw:
            given.append(encode(kw))
        try:
            want = encode(f(*args, **kw))
        except Exception as error:  # NumPy refuses: so must we.
            want = {'error': type(error).__name__}
        case = {'f': name, 'in': given, 'out': want}
        if tol:
            case['tol'] = tol
        self.list.append(case)

    def write(self, name):
        path = os.path.join(HERE, f'numpy-names-{name}.json')
        with open(path, 'w') as file:
            file.write('[\n' + ',\n'.join(json.dumps(c, separators=(',', ':')) for c in self.list) + '\n]\n')
        print(name, len(self.list), 'cases', os.path.getsize(path), 'bytes')
