import { ShapeError, showShape } from '@weldarray/ir'
import { add, multiply, sqrt } from '../elementwise/functions.js'
import { cholesky, eigh, svd } from '../linalg/index.js'
import { matmul } from '../linalg/matmul.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { arrayOf, expand_dims, reshape, transpose } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

export interface MultivariateOptions {
  /** How the covariance is taken apart (`svd`). */
  method?: 'svd' | 'eigh' | 'cholesky'
}

/** A matrix whose product with its transpose is the covariance, transposed. */
function rootOf(cov: NdArray, method: MultivariateOptions['method']): Untyped {
  if (method === 'cholesky') return transpose(cholesky(cov))
  if (method === 'eigh') {
    const { eigenvalues, eigenvectors } = eigh(cov)
    return transpose(multiply(eigenvectors, sqrt(eigenvalues)))
  }
  const { S, Vh } = svd(cov)
  return multiply(expand_dims(sqrt(S), 1), Vh)
}

/** Vectors of a multivariate normal distribution from standard normal numbers. */
export function multivariate(
  mean: ArrayInput,
  cov: ArrayInput,
  shape: readonly number[],
  { method = 'svd' }: MultivariateOptions,
  normal: (shape: readonly number[]) => NdArray,
): NdArray {
  const [middle, covariance] = [arrayOf('multivariate_normal', mean), arrayOf('multivariate_normal', cov)]
  const n = middle.shape[0]!
  if (middle.shape.length !== 1 || String(covariance.shape) !== `${n},${n}`)
    throw new ShapeError(
      `multivariate_normal: a mean of shape ${showShape(middle.shape)} and a covariance of shape ${showShape(covariance.shape)}, expected one axis and a square of it`,
    )
  const x = reshape(normal([...shape, n]), [-1, n])
  return reshape(add(middle, matmul(x, rootOf(covariance, method))), [...shape, n])
}
