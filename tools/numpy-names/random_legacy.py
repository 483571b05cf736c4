import numpy as np
from cases import Cases


def write():
    c = Cases()
    for seed in (0, 42, 4294967295, [1, 2, 3]):
        for name, args, kw in [
            ('rand', (3, 2), {}), ('randn', (3,), {}), ('random_sample', (3,), {}), ('randint', (10,), dict(size=6)), ('randint', (-5, 2**40, 4), {}), ('randint', (3, 9, (2, 2), 'int32'), {}),
            ('uniform', (-1., 2., 3), {}), ('normal', (1., 2., 5), {}), ('standard_normal', (3,), {}), ('exponential', (2., 3), {}), ('standard_exponential', (2,), {}), ('lognormal', (), dict(size=2)),
            ('laplace', (0., 1., 3), {}), ('gumbel', (0., 1., 2), {}), ('logistic', (0., 1., 2), {}), ('standard_cauchy', (2,), {}), ('rayleigh', (2., 2), {}), ('permutation', (7,), {}), ('permutation', (np.arange(6.).reshape(3, 2),), {}),
            ('choice', (5, 4), {}), ('choice', (np.array([1., 2, 3]), 4), {}), ('choice', (5, 3), dict(replace=False)), ('choice', (3, 5), dict(p=np.array([0.2, 0.3, 0.5]))), ('uniform', (), {}), ('randint', (7,), {}),
            ('randint', (np.array([1, 2, 3]), np.array([10, 2**40, 3 + 2**33])), {}), ('randint', (np.array([[10], [300]]), None, (2, 3), 'int16'), {}), ('randint', (0, np.array([2, 200, 3, 255]), None, 'uint8'), {}),
            ('randint', (np.array([3, 1]), 3), {}), ('randint', (np.array([1, 2]), np.array([3, 4, 5])), {}), ('randint', (np.array([0, 1]), 2), dict(dtype='bool')), ('randint', (np.array([1, 300]),), dict(dtype='int8')),
            ('gamma', (2.5, 2., 3), {}), ('gamma', (0.4,), dict(size=3)), ('standard_gamma', (1., 2), {}), ('beta', (0.5, 0.7, 3), {}), ('beta', (2., 3., 2), {}), ('chisquare', (3., 2), {}), ('f', (3., 4., 2), {}),
            ('standard_t', (5., 3), {}), ('weibull', (1.5, 2), {}), ('pareto', (3., 2), {}), ('power', (2., 2), {}), ('triangular', (0., 1., 4., 5), {}), ('poisson', (3., 6), {}), ('poisson', (50., 6), {}), ('poisson', (), {}),
        ]:
            state = np.random.RandomState(seed)
            c.add('random.' + name, seed, list(args), kw, tol=1e-13, f=lambda s, a, k, state=state, name=name: getattr(state, name)(*a, **k))
        def shuffled(seed, args, options):
            x, = (a.copy() for a in args)
            np.random.RandomState(seed).shuffle(x)
            return x
        for x in (np.arange(9.), np.arange(12).reshape(6, 2)):
            c.add('random.shuffle', seed, [x], {}, f=shuffled)
    c.write('random')


write()
