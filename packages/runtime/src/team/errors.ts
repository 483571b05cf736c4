import { KernelError } from '@weldarray/ir'

export const kernelFailed = (error: unknown): KernelError =>
  new KernelError(`a kernel failed while it ran: ${error instanceof Error ? error.message : error}`, { cause: error })

/** A worker neither goes on nor ends: what it may write to is out of use, and the job can be done again in other memory. */
export class WriterLostError extends KernelError {
  override name = 'WriterLostError'
  constructor() {
    super('a worker thread neither finished its part of a kernel nor ended; the evaluation can be repeated')
  }
}
