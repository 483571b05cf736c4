const BRAND = Symbol.for('weldarray.error')

/**
 * Every error this library throws on purpose is a `WeldError`; messages say what was got and what would be right.
 * @example
 * new np.ShapeError('no shape') instanceof np.WeldError // true
 */
export class WeldError extends Error {
  override name = 'WeldError'
}

// An `ArgumentError` is a `TypeError` and a `WeldError`: a prototype chain holds one of them.
Object.defineProperty(WeldError, Symbol.hasInstance, {
  value(this: unknown, x: unknown): boolean {
    if (Function.prototype[Symbol.hasInstance].call(this as () => void, x)) return true
    return this === WeldError && typeof x === 'object' && x !== null && BRAND in x
  },
})

/**
 * A call that does not fit the function: an argument of the wrong type, one too many, one missing, an option that does not
 * exist.
 * @example
 * np.sort([3, 1], { axs: 0 }) // throws ArgumentError
 */
export class ArgumentError extends TypeError {
  override name = 'ArgumentError'
}
Object.defineProperty(ArgumentError.prototype, BRAND, { value: true })

/**
 * Shapes that do not fit one another: broadcasting, reshape, concatenation, `out` of the wrong shape.
 * @example
 * np.add([1, 2], [1, 2, 3]) // throws ShapeError
 */
export class ShapeError extends WeldError {
  override name = 'ShapeError'
}

/**
 * An element type an operation does not take, or a value the element type cannot hold.
 * @example
 * np.zeros(3, 'flaot32') // throws DTypeError
 */
export class DTypeError extends WeldError {
  override name = 'DTypeError'
}

/**
 * An argument of the right type whose value has no meaning where it is given.
 * @example
 * np.random.default_rng(1).normal(0, -1) // throws ValueError
 */
export class ValueError extends WeldError {
  override name = 'ValueError'
}

/**
 * An axis that the array does not have, or one given twice.
 * @example
 * np.sum([1, 2], 3) // throws AxisError
 */
export class AxisError extends WeldError {
  override name = 'AxisError'
}

/**
 * An index outside the array, or an index of the wrong kind.
 * @example
 * np.take([1, 2, 3], 7) // throws IndexError
 */
export class IndexError extends WeldError {
  override name = 'IndexError'
}

/**
 * An evaluation that needs more memory than there is; the graph stays intact and can be evaluated again.
 * @example
 * new np.MemoryLimitError('too much') instanceof np.WeldError // true
 */
export class MemoryLimitError extends WeldError {
  override name = 'MemoryLimitError'
  /**
   * How many bytes were asked for, if it was the heap that had none.
   * @example
   * new np.MemoryLimitError('too much').bytes === undefined // true
   */
  bytes: number | undefined = undefined
}

/**
 * Elements that were moved to a file, since memory was full, could not be written there or read again. The array stays as it is, and can
 * be looked at again.
 * @example
 * new np.SpillError('no space left on device') instanceof np.WeldError // true
 */
export class SpillError extends WeldError {
  override name = 'SpillError'
}

/** What engines say when they have no memory for an array. */
const NO_MEMORY = /allocation failed|could not allocate|out of memory|unable to grow|invalid (typed )?array (buffer )?length/i

/** An error as it is to be thrown: `MemoryLimitError` in place of the engine's own for an array that it has no memory for. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof RangeError) || !NO_MEMORY.test(error.message)) return error
  const message = `no memory for an array outside the heap (${error.message}). Dispose of arrays that are no longer needed, or give the process more memory`
  return new MemoryLimitError(message, { cause: error })
}

/**
 * An evaluation that took longer than it was given; its arrays stay pending and can be evaluated again.
 * @example
 * new np.TimeLimitError('it took too long') instanceof np.WeldError // true
 */
export class TimeLimitError extends WeldError {
  override name = 'TimeLimitError'
}

/**
 * A synchronous evaluation that was ended by Ctrl-C; its arrays stay pending and can be evaluated again.
 * @example
 * new np.InterruptedError('Ctrl-C') instanceof np.WeldError // true
 */
export class InterruptedError extends WeldError {
  override name = 'InterruptedError'
}

/**
 * A kernel that could not be compiled or run; the graph stays intact.
 * @example
 * new np.KernelError('a kernel failed') instanceof np.WeldError // true
 */
export class KernelError extends WeldError {
  override name = 'KernelError'
}

/**
 * A loop within a compiled function that an element did not come out of in as many rounds as it may take.
 * @example
 * new np.LoopLimitError() instanceof np.KernelError // true
 */
export class LoopLimitError extends KernelError {
  override name = 'LoopLimitError'
  constructor() {
    super('a loop of a compiled function has taken as many rounds as it may for some element; the option limit allows more')
  }
}

/**
 * Use of an array after `dispose()`.
 * @example
 * const x = np.arange(3)
 * x.dispose()
 * x.get(0) // throws DisposedError
 */
export class DisposedError extends WeldError {
  override name = 'DisposedError'
}

/**
 * A function that cannot be compiled by tracing it: it looks at elements, draws random numbers, or writes to arrays it was not
 * given.
 * @example
 * np.compile((x) => x.add(x.get(0)))(np.ones(2)) // throws TraceError
 */
export class TraceError extends WeldError {
  override name = 'TraceError'
}

/** An IR graph that breaks a rule of the verifier: always a bug in whoever built the graph. */
export class VerifyError extends WeldError {
  override name = 'VerifyError'
}
