import { expect, test } from 'vitest'
import * as np from 'weldarray'

// These iterations would go on for ever.

test.each(['Polynomial', 'Chebyshev', 'Legendre', 'Laguerre', 'Hermite', 'HermiteE'] as const)(
  'roots of a %s whose coefficients are not finite are refused',
  (name) => {
    for (const x of [NaN, Infinity, -Infinity])
      for (const c of [
        [-2, x, 0.5, 3],
        [x, 1, 2],
      ])
        expect(() => new np.polynomial[name](c).roots()).toThrow(/the coefficients hold/)
    // Finite, but not their quotients.
    expect(() => new np.polynomial[name]([1, 2, 3, 4e-320]).roots()).toThrow(np.linalg.LinAlgError)
  },
)

test('eigenvalues of a matrix whose rows overflow: an answer or an error', () => {
  for (const m of [
    [
      [1, 1e308, 1e308],
      [1, 2, 3],
      [4, 5, 6],
    ],
    [
      [1, 2, 3],
      [1e308, 2, 3],
      [1e308, 5, 6],
    ],
    [
      [1e308, 1e308],
      [1e308, 1e308],
    ],
  ])
    for (const f of [
      np.linalg.eigvals,
      np.linalg.eig,
      np.linalg.svd,
      np.linalg.eigvalsh,
      np.linalg.inv,
      np.linalg.cond,
    ] as const) {
      try {
        f(m)
      } catch (error) {
        expect(error).toBeInstanceOf(np.WeldError)
      }
    }
})

test('integrals that are taken 2⁵³ times are refused', () => {
  const { polynomial } = np
  for (const family of [
    polynomial.chebyshev,
    polynomial.legendre,
    polynomial.laguerre,
    polynomial.hermite,
    polynomial.hermite_e,
  ]) {
    const name = Object.keys(family).find((key) => key.endsWith('int')) as 'legint'
    for (const c of [[0], [1, 2]]) expect(() => (family as typeof polynomial.legendre)[name](c, 2 ** 53)).toThrow(np.WeldError)
  }
  expect(() => np.polyint([1, 2], 2 ** 53)).toThrow(np.WeldError)
  expect(() => polynomial.polynomial.polyint([0], 2 ** 53)).toThrow(np.WeldError)
  expect(() => new polynomial.Polynomial([1, 2]).integ(2 ** 53)).toThrow(np.WeldError)
})

test('draws from a circle end, however concentrated they are', () => {
  for (const kappa of [1e-9, 1, 1e6, 1e12, 1e15, 2 ** 53, 1e16, 1e155, 1e300]) {
    const angle = new np.random.RandomState(1).vonmises(0, kappa) as number
    expect(Math.abs(angle)).toBeLessThanOrEqual(Math.PI)
  }
})
