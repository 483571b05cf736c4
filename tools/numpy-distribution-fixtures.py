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
A = [0.5, 1.0, 2.5, 20.0]
MORE = [
    ('standard_gamma', [2.5, N]), ('standard_gamma', [A, None]), ('chisquare', [3, N]), ('noncentral_chisquare', [3, 2, N]), ('noncentral_chisquare', [0.5, 20, N]),
    ('noncentral_chisquare', [3, 0, 4]), ('f', [3, 4, N]), ('noncentral_f', [3, 4, 1.5, N]), ('standard_t', [5, N]), ('standard_cauchy', [N]), ('weibull', [1.5, N]),
    ('weibull', [0, 3]), ('pareto', [3, N]), ('power', [2, N]), ('laplace', [1, 2, N]), ('gumbel', [1, 2, N]), ('logistic', [1, 2, N]), ('rayleigh', [2, N]),
    ('wald', [3, 2, N]), ('vonmises', [0.5, 4, N]), ('vonmises', [3, 1e-9, 4]), ('vonmises', [3, 1e-6, N]), ('vonmises', [1, 1e7, N]), ('triangular', [0, 1, 4, N]),
    ('negative_binomial', [5, 0.3, N]), ('negative_binomial', [100.5, 0.1, N]), ('geometric', [0.5, N]), ('geometric', [0.01, N]), ('logseries', [0.9, 100]),
    ('logseries', [0.2, N]), ('zipf', [2, N]), ('zipf', [1.1, N]), ('zipf', [2000, 3]), ('hypergeometric', [10, 5, 4, N]), ('hypergeometric', [10, 20, 28, N]),
    ('hypergeometric', [100, 50, 40, N]), ('hypergeometric', [1000, 30000, 20000, N]), ('hypergeometric', [3, 4, 0, 2]), ('gamma', [[A], [[1.0], [2.0]], None]),
    ('poisson', [A, [3, 4]]), ('binomial', [[[10], [100]], [0.1, 0.5, 0.9], None]), ('beta', [A, 2, None]), ('laplace', [A, 1, [2, 4]]),
    ('multinomial', [20, [0.2, 0.3, 0.5], 6]), ('multinomial', [1000, [0.1, 0.2, 0.3, 0.4], None]), ('multinomial', [[5, 50], [[0.1, 0.9], [0.5, 0.5]], None]),
    ('dirichlet', [[2.0, 3.0, 5.0], 5]), ('dirichlet', [[0.01, 0.05, 0.02], 20]), ('multivariate_hypergeometric', [[16, 8, 4], 6, 5]),
    ('multivariate_hypergeometric', [[16, 8, 4], 20, 5]), ('multivariate_hypergeometric', [[160, 80, 40], 60, 5, 'count']),
    ('multivariate_hypergeometric', [[160, 80, 40], 200, 5, 'count']), ('bytes', [11]), ('standard_normal', [3]),
    ('uniform', [-1, 2, N]), ('normal', [1, 2, N]), ('permuted', [np.arange(120).reshape(4, 30).tolist(), {'axis': 1}]),
    ('permuted', [np.arange(120).reshape(4, 30).tolist(), {'axis': 0}]), ('random', [3]),
]
# NumPy's older generator refuses some of these, loses the digits of a von Mises angle of large concentration, and never comes back from a large power of zipf.
REFUSED = [('vonmises', [1, 1e7, N]), ('zipf', [2000, 3]), ('hypergeometric', [3, 4, 0, 2]), ('multinomial', [[5, 50], [[0.1, 0.9], [0.5, 0.5]], None])]
OLDER = [c for c in MORE if c[0] not in ('multivariate_hypergeometric', 'permuted') and c[:2] not in REFUSED]
OLDER += [('binomial', [10, 0.3, N]), ('binomial', [1000, 0.4, 100]), ('binomial', [100000, 0.7, 40])]
CHOICES = [(30, 10, None), (20000, 5, None), (20000, 3000, None), (5, 3, [0.1, 0.2, 0.3, 0.25, 0.15])]

# Several are cut from a word of random bits; what is left of it is dropped at the end of a call.
SMALL = [(low, high, n, dtype) for dtype, bounds in {
    'uint8': [(0, 256), (10, 110)], 'int8': [(-128, 128), (-3, 2)], 'uint16': [(0, 65536), (7, 1007)], 'int16': [(-32768, 32768), (5, 6)],
    'bool': [(0, 2), (1, 2)], 'uint32': [(0, 2**32), (3, 9)], 'int32': [(-2**31, 2**31), (0, 2**31)]}.items() for low, high in bounds for n in (1, 6, 70)]
# Beside the sizes from which another method is taken.
PARTS = [(10000, 600, True), (10001, 200, True), (10001, 201, True), (10001, 500, False), (10001, 501, False)]


def small_calls(rng, method):
    return calls_of(rng, [c for low, high, n, dtype in SMALL
                          for c in ((method, [low, high, n, {'dtype': dtype}]), ('random' if method == 'integers' else 'random_sample', [1]))])


def numbers(drawn):
    if isinstance(drawn, bytes):
        return [str(b) for b in drawn]
    return [str(int(x)) if drawn.dtype.kind in 'iub' else x for x in np.asarray(drawn).ravel().tolist()]


def arrays(args):
    return [np.array(a) if isinstance(a, list) and i < len(args) - 1 else a for i, a in enumerate(args)]


def call(rng, method, args):
    """What is given by name is a dictionary, at the end."""
    named = args[-1] if isinstance(args[-1], dict) else {}
    given = args[:-1] if named else args
    return getattr(rng, method)(*(given if method in ('multinomial', 'dirichlet', 'multivariate_hypergeometric', 'permuted') else arrays(given)), **named)


def calls_of(rng, table):
    return [[method, args, numbers(call(rng, method, args))] for method, args in table]


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
        if seed == 0:
            calls += calls_of(rng, MORE)
        cases.append({'source': name, 'seed': str(seed), 'calls': calls})

for name in ('PCG64', 'SFC64'):
    rng = np.random.Generator(getattr(np.random, name)(7))
    calls = small_calls(rng, 'integers')
    for n, count, shuffle in PARTS:
        calls += calls_of(rng, [('choice', [n, count, {'replace': False, 'shuffle': shuffle}]), ('random', [1])])
    cases.append({'source': name, 'seed': '7', 'calls': calls})
cases.append({'source': 'RandomState', 'seed': '7', 'calls': small_calls(np.random.RandomState(7), 'randint')})

for seed in (0, 12345):
    skip = {'dirichlet': lambda args: max(args[0]) > 0.1}
    state = np.random.RandomState(seed)
    table = [c for c in OLDER if skip.get(c[0], lambda _: True)(c[1])]
    cases.append({'source': 'RandomState', 'seed': str(seed), 'calls': calls_of(state, table)})

with open(os.path.join(HERE, 'numpy-distributions.json'), 'w') as out:
    out.write('[\n' + ',\n'.join(json.dumps(c, separators=(',', ':')) for c in cases) + '\n]\n')
