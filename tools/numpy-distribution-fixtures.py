"""Writes packages/weldarray/test/fixtures/numpy-distributions.json: streams of NumPy's generators.

Run by hand (`python3 tools/numpy-distribution-fixtures.py`, NumPy 2.4) when cases are added. A case is a source of bits with its
seed and calls of one generator in order, each with its arguments and its numbers.
"""
import json
import os

import numpy as np

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'packages', 'weldarray', 'test', 'fixtures')
N = 40
CALLS = [
    ('random', [N]), ('integers', [10, 1000, N]), ('integers', [0, 2**60, 5]), ('standard_normal', [N]), ('standard_exponential', [300]),
    ('exponential', [2.5, N]), ('gamma', [0.3, 2, N]), ('gamma', [1, 1, N]), ('gamma', [4.5, 0.5, N]), ('beta', [0.4, 0.7, N]),
    ('beta', [2, 3, N]), ('lognormal', [0.5, 0.25, N]), ('poisson', [3, N]), ('poisson', [40, 100]), ('poisson', [0, 3]),
    ('binomial', [10, 0.3, N]), ('binomial', [10, 0.9, N]), ('binomial', [1000, 0.4, 100]), ('binomial', [100000, 0.7, 100]),
    ('choice', [50, 20]),
]
CHOICES = [(30, 10, None), (20000, 5, None), (20000, 3000, None), (5, 3, [0.1, 0.2, 0.3, 0.25, 0.15])]

cases = []
for name in ('PCG64', 'Philox', 'SFC64'):
    for seed in (0, 2**70 + 3):
        rng = np.random.Generator(getattr(np.random, name)(seed))
        calls = []
        for method, args in CALLS:
            calls.append([method, args, [x.item() if not isinstance(x.item(), int) else str(x.item()) for x in getattr(rng, method)(*args)]])
        for n, count, p in CHOICES:
            drawn = rng.choice(n, count, replace=False, p=p)
            calls.append(['choice', [n, count, {'replace': False, **({'p': p} if p else {})}], [str(x) for x in drawn]])
        drawn = rng.choice(4, 12, p=[0.1, 0.2, 0.3, 0.4])
        calls.append(['choice', [4, 12, {'p': [0.1, 0.2, 0.3, 0.4]}], [str(x) for x in drawn]])
        cov = [[2.0, 0.5], [0.5, 1.0]]
        drawn = rng.multivariate_normal([1, -1], cov, 5, method='cholesky')
        calls.append(['multivariate_normal', [[1, -1], cov, 5, {'method': 'cholesky'}], drawn.ravel().tolist()])
        cases.append({'source': name, 'seed': str(seed), 'calls': calls})

with open(os.path.join(HERE, 'numpy-distributions.json'), 'w') as out:
    out.write('[\n' + ',\n'.join(json.dumps(c, separators=(',', ':')) for c in cases) + '\n]\n')
