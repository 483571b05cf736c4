"""Writes packages/weldarray/test/fixtures/numpy-signatures.json and numpy-defaults.json: the parameters of NumPy's functions, by position and
by name, and what they are where they are not given.

Run by hand (`python3 tools/numpy-signatures.py`, NumPy 2.4) when functions are added; the tests compare declarations and cases with them.
"""
import inspect
import json
import os

import numpy as np

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'packages', 'weldarray', 'test', 'fixtures')


def parameters(f):
    kinds = inspect.Parameter
    positions, names, rest = [], [], None
    for p in inspect.signature(f).parameters.values():
        if p.kind in (kinds.POSITIONAL_ONLY, kinds.POSITIONAL_OR_KEYWORD):
            positions.append(p.name)
        elif p.kind == kinds.VAR_POSITIONAL:
            rest = p.name
        elif p.kind == kinds.KEYWORD_ONLY:
            names.append(p.name)
    return [positions, names] if rest is None else [positions, names, rest]


def defaults(f):
    """What JSON has of the defaults."""
    parameters = inspect.signature(f).parameters.values()
    return {p.name: p.default for p in parameters if p.default is None or isinstance(p.default, (bool, int, float, str)) and p.default == p.default}


def members(space):
    for name in sorted(dir(space)):
        f = getattr(space, name)
        if not name.startswith('_') and callable(f) and not isinstance(f, type):
            yield name, f


def write(file, found):
    with open(os.path.join(HERE, file), 'w') as out:
        out.write('{\n' + ',\n'.join(f'{json.dumps(k)}:{json.dumps(v, separators=(",", ":"))}' for k, v in found.items()) + '\n}\n')


signatures, missing = {}, {}
poly = np.polynomial
families = [(f'polynomial.{name}.', getattr(poly, name)) for name in ('polynomial', 'chebyshev', 'legendre', 'laguerre', 'hermite', 'hermite_e')]
for prefix, space in [('', np), ('linalg.', np.linalg), ('rng.', np.random.default_rng(1))]:
    for name, f in members(space):
        try:
            signatures[prefix + name] = parameters(f)
        except (ValueError, TypeError):
            pass
for prefix, space in [('', np), ('linalg.', np.linalg), ('rng.', np.random.default_rng(1)), ('random.', np.random), ('NdArray.', np.ndarray),
                      ('lib.stride_tricks.', np.lib.stride_tricks)] + families:
    for name, f in members(space):
        try:
            found = {} if isinstance(f, np.ufunc) else defaults(f)
        except (ValueError, TypeError):
            continue
        if found:
            missing[prefix + name] = found
write('numpy-signatures.json', signatures)
write('numpy-defaults.json', missing)
