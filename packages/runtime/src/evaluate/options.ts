import { ArgumentError, checkOptions } from '@weldarray/ir'
import { checkTimeLimit } from '../config/config.js'
import type { AsyncOptions } from '../team/team.js'

/** What a synchronous evaluation takes. */
export interface EvaluationOptions {
  /** Milliseconds after which it ends with `TimeLimitError`; else the setting `timeLimit`. */
  readonly timeLimit?: number | undefined
}

function checked<T extends EvaluationOptions>(what: string, options: T, names: readonly string[]): T {
  checkOptions(what, options, names)
  if (options.timeLimit !== undefined) checkTimeLimit(options.timeLimit)
  return options
}

/** Options as given, checked. Throws `ArgumentError` and `ConfigError`. */
export const evaluationOptions = (what: string, options: EvaluationOptions): EvaluationOptions =>
  checked(what, options, ['timeLimit'])

/** The same of an evaluation that others need not wait for. */
export function asyncOptions(what: string, options: AsyncOptions): AsyncOptions {
  const { signal, onProgress } = checked(what, options, ['signal', 'onProgress', 'timeLimit'])
  // (Of any realm.)
  if (signal !== undefined && typeof (signal as AbortSignal | null)?.throwIfAborted !== 'function')
    throw new ArgumentError(`${what}: signal is ${typeof signal}, expected an AbortSignal`)
  if (onProgress !== undefined && typeof onProgress !== 'function')
    throw new ArgumentError(`${what}: onProgress is ${typeof onProgress}, expected a function of the part that is done`)
  return options
}
