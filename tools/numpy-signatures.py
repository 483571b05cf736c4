"""Writes packages/weldarray/test/fixtures/numpy-signatures.json: the parameters of NumPy's functions, by position and by name.

Run by hand (`python3 tools/numpy-signatures.py`, NumPy 2.4) when functions are added; the test compares declarations with it.
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


found = {}
for prefix, space in [('', np), ('linalg.', np.linalg), ('rng.', np.random.default_rng(1))]:
    for name in sorted(dir(space)):
        f = getattr(space, name)
        if name.startswith('_') or not callable(f) or isinstance(f, type):
            continue
        try:
            found[prefix + name] = parameters(f)
        except (ValueError, TypeError):
            pass

with open(os.path.join(HERE, 'numpy-signatures.json'), 'w') as out:
    out.write('{\n' + ',\n'.join(f'{json.dumps(k)}:{json.dumps(v, separators=(",", ":"))}' for k, v in found.items()) + '\n}\n')
