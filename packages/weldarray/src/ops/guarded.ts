import { errorOf } from './fallback.js'

// biome-ignore lint/suspicious/noExplicitAny: arrays and scalars
type Fn = (...args: any[]) => unknown

/** A function that throws the original's errors for arguments that are no arrays. The first `arrays` parameters should be. */
export function guarded(name: string, arrays: number, f: Fn): Fn {
  switch (f.length) {
    case 1:
      return (a: unknown) => {
        try {
          return f(a)
        } catch (error) {
          throw errorOf(name, [a], arrays, error)
        }
      }
    case 2:
      return (a: unknown, b: unknown) => {
        try {
          return f(a, b)
        } catch (error) {
          throw errorOf(name, [a, b], arrays, error)
        }
      }
    default:
      return (a: unknown, b: unknown, c: unknown) => {
        try {
          return f(a, b, c)
        } catch (error) {
          throw errorOf(name, [a, b, c], arrays, error)
        }
      }
  }
}
