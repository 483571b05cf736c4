import type { KernelError } from '@weldarray/ir'
import { type Grid, type Run, runUnit } from './job.js'
import { kernelFailed } from './own.js'

/** A job that the calling thread does alone, with the face of a `Dispatch`. */
export class Solo {
  finished = 0
  #end: number
  error: KernelError | undefined

  constructor(
    readonly grid: Grid,
    readonly run: Run,
    readonly scratch: number,
  ) {
    this.#end = grid.units
  }

  help(): number | undefined {
    if (this.poll()) return undefined
    const start = performance.now()
    try {
      runUnit(this.run, this.grid, this.scratch, this.finished++)
    } catch (error) {
      this.error = kernelFailed(error)
      this.cancel()
    }
    return performance.now() - start
  }

  cancel(): void {
    this.#end = 0
  }

  poll(): boolean {
    return this.finished >= this.#end
  }

  finish(): void {
    while (this.help() !== undefined);
  }
}
