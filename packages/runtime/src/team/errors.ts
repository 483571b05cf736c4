import { KernelError, LoopLimitError } from '@weldarray/ir'

/** What a kernel stops with on purpose: a loop that takes more rounds than it may. */
const isLimit = (error: unknown): boolean =>
  error instanceof Error && error.name === 'RuntimeError' && /unreachable/.test(error.message)

/** What a caller sees of what went wrong while a kernel ran. */
export function kernelFailed(error: unknown): KernelError {
  if (error instanceof KernelError) return error
  if (isLimit(error)) return new LoopLimitError()
  return new KernelError(`a kernel failed while it ran: ${error instanceof Error ? error.message : error}`, { cause: error })
}

/** A worker neither goes on nor ends: what it may write to is out of use, and the job can be done again in other memory. */
export class WriterLostError extends KernelError {
  override name = 'WriterLostError'
  constructor() {
    super('a worker thread neither finished its part of a kernel nor ended; the evaluation can be repeated')
  }
}
