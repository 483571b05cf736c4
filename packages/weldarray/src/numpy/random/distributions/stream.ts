/*
 * Distributions are drawn by the methods of NumPy's generators, so that a stream gives the numbers it gives there (to the last digits of
 * this engine's logarithms and powers). Generators differ in how they make normal and exponential numbers.
 */

export interface Uniform {
  /** Uniform in [0, 1). */
  double(): number
}

export interface Stream extends Uniform {
  /** Does work that draws about so many times, one after the other. */
  during<T>(count: number, work: () => T): T
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number
  /** Exponential with mean 1. */
  exponential(): number
  /** A whole number from 0 to `most`, by masking bits and drawing again. */
  masked(most: number): number
}
