"""Arrays in a process of Node, as Python objects: operators are methods there, and functions where the left side is a number;
`x[i]` is `x.slice(i)`, and `x[i] = y` is `x.at(i).set(y)`.
"""
import json
import os
import subprocess
import sys
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
node = subprocess.Popen(['node', os.path.join(HERE, 'bridge.mjs')], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HERE)
freed = []


class AxisError(ValueError, IndexError):
    pass


ERRORS = {'ArgumentError': TypeError, 'DTypeError': TypeError, 'ShapeError': ValueError, 'ValueError': ValueError,
          'AxisError': AxisError, 'IndexError': IndexError, 'LinAlgError': ValueError, 'RangeError': OverflowError}


def ask(what, **request):
    global freed
    request.update(what=what, free=freed)
    freed = []
    node.stdin.write(json.dumps(request, allow_nan=False).encode() + b'\n')
    node.stdin.flush()
    answer = json.loads(node.stdout.readline())
    if 'error' in answer:
        raise ERRORS.get(answer['error'], RuntimeError)(f"{answer['error']}: {answer['message']}")
    return answer['value']


class DType:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def sent(x):
    if isinstance(x, Array):
        return {'array': x.id}
    if isinstance(x, DType):
        return x.name
    if isinstance(x, float):
        return x if abs(x) < float('inf') else {'number': str(x).replace('inf', 'Infinity').replace('nan', 'NaN')}
    if isinstance(x, int) and abs(x) > 2**53:
        return {'bigint': str(x)}
    if isinstance(x, (list, tuple)):
        return [sent(part) for part in x]
    return x


def received(x):
    if isinstance(x, str):
        return DTYPES.get(x, x)
    if not isinstance(x, dict):
        return x
    if 'array' in x:
        return Array(x['array'], DTYPES[x['dtype']], tuple(x['shape']))
    if 'number' in x:
        return float(x['number'])
    if 'bigint' in x:
        return int(x['bigint'])
    if 'object' in x:
        return Record((name, received(value)) for name, value in x['object'].items())
    parts = [received(part) for part in x['list']]
    return namedtuple('Results', x['names'])(*parts) if x['names'] else parts


class Record(dict):
    def __getattr__(self, name):
        if name not in self:
            raise AttributeError(name)
        return self[name]


def index(key):
    """The parts of what stands in brackets."""
    return [part(k) for k in (key if isinstance(key, tuple) else (key,))]


def part(k):
    if k is Ellipsis:
        return '...'
    if isinstance(k, slice):
        return ':'.join('' if n is None else str(n) for n in ([k.start, k.stop] + ([] if k.step is None else [k.step])))
    return sent(k)


class Array:
    """An array of the process of Node."""

    def __init__(self, id, dtype, shape):
        self.id, self.dtype, self.shape = id, dtype, shape

    def __del__(self):
        freed.append(self.id)

    ndim = property(lambda self: self.property('ndim'))
    size = property(lambda self: self.property('size'))
    device = property(lambda self: self.property('device'))
    T = property(lambda self: self.property('T'))
    mT = property(lambda self: self.property('mT'))

    def property(self, name):
        return received(ask('property', on=self.id, name=name))

    def method(self, name, *args):
        return received(ask('method', on=self.id, name=name, args=sent(args)))

    def __getitem__(self, key):
        return received(ask('method', on=self.id, name='slice', args=index(key)))

    def __setitem__(self, key, value):
        ask('assign', on=self.id, index=index(key), value=sent(value))

    def __repr__(self):
        return self.method('toString')

    def item(self):
        return received(ask('item', on=self.id))

    def to_device(self, device, /, *, stream=None):
        if stream is not None:
            raise ValueError('there are no streams')
        return self.method('to_device', device)

    def __array_namespace__(self, /, *, api_version=None):
        return sys.modules['weldarray']

    def __bool__(self):
        return bool(self.item())

    def __int__(self):
        return int(self.item())

    def __float__(self):
        return float(self.item())

    def __complex__(self):
        return complex(self.item())

    def __index__(self):
        if 'int' not in self.dtype.name:
            raise TypeError(f'{self.dtype} is no index')
        return self.item()


# The method of each operator, and the function where the left side is no array.
OPERATORS = {
    'add': ('add', 'add'), 'sub': ('sub', 'subtract'), 'mul': ('mul', 'multiply'), 'truediv': ('div', 'divide'),
    'floordiv': ('floor_divide', 'floor_divide'), 'mod': ('mod', 'remainder'), 'pow': ('pow', 'power'), 'matmul': ('matmul', 'matmul'),
    'and': ('band', 'bitwise_and'), 'or': ('bor', 'bitwise_or'), 'xor': ('bxor', 'bitwise_xor'),
    'lshift': ('lshift', 'left_shift'), 'rshift': ('rshift', 'right_shift'),
}
IN_PLACE = {'add': 'addeq', 'sub': 'subeq', 'mul': 'muleq', 'truediv': 'diveq', 'mod': 'modeq', 'pow': 'poweq'}
COMPARISONS = {'eq': 'eq', 'ne': 'neq', 'lt': 'lt', 'le': 'leq', 'gt': 'gt', 'ge': 'geq'}
UNARY = {'abs': 'abs', 'neg': 'neg', 'pos': 'positive', 'invert': 'bnot'}


def operator(method):
    return lambda self, other, /: self.method(method, other)


def reflected(function):
    return lambda self, other, /: received(ask('call', space='', name=function, args=sent([other, self])))


def in_place(method, function):
    def run(self, other, /):
        if method is not None:
            self.method(method, other)
        else:
            ask('call', space='', name=function, args=[sent(self), sent(other), {'out': sent(self)}])
        return self
    return run


for name, (method, function) in OPERATORS.items():
    setattr(Array, f'__{name}__', operator(method))
    setattr(Array, f'__r{name}__', reflected(function))
    setattr(Array, f'__i{name}__', in_place(IN_PLACE.get(name), function))
for name, method in COMPARISONS.items():
    setattr(Array, f'__{name}__', operator(method))
for name, method in UNARY.items():
    setattr(Array, f'__{name}__', lambda self, /, method=method: self.method(method))

about = ask('describe')
DTYPES = {name: DType(name) for name in about['dtypes']}
