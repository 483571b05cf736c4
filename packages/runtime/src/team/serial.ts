import type { KernelError } from '@weldarray/ir'
import { HELPED, type Work } from './dispatch.js'
import { kernelFailed } from './errors.js'

/** A job that the calling thread does alone, with the face of a `Dispatch`. */
export class SerialDispatch {
  finished = 0
  over = false
  error: KernelError | undefined

  constructor(private readonly work: Work) {}

  *steps(): Generator<number, void> {
    while (!this.over && this.finished < this.work.units) {
      try {
        this.work.compute(this.finished++)
      } catch (error) {
        this.error = kernelFailed(error)
        this.cancel()
      }
      yield HELPED
    }
    this.over = true
  }

  cancel(): void {
    this.over = true
  }

  sleep(): void {}
}
