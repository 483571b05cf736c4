import type { Compilable } from '@weldarray/codegen/compile'

/** A kernel that was asked for and has not come yet. */
export interface Request {
  readonly id: number
  readonly kernel: Compilable
  readonly text: string
  /** How many threads it was the last thing done by. */
  losses: number
  /** Asynchronous callers; each is called when the request is over, however it ended. */
  readonly waiting: (() => void)[]
}

/** What was asked of the compiler thread, by number and by kernel text. */
export class Requests {
  readonly #byId = new Map<number, Request>()
  readonly #byText = new Map<string, Request>()
  #lastId = 0
  #waiting = 0

  add(kernel: Compilable, text: string): Request {
    this.#lastId = (this.#lastId % 0x7fffffff) + 1
    const request = { id: this.#lastId, kernel, text, losses: 0, waiting: [] }
    this.#byId.set(request.id, request)
    this.#byText.set(text, request)
    return request
  }

  of(text: string): Request | undefined {
    return this.#byText.get(text)
  }

  byId(id: number): Request | undefined {
    return this.#byId.get(id)
  }

  all(): Request[] {
    return [...this.#byId.values()]
  }

  /** Resolves when the request is over. */
  wait(request: Request): Promise<void> {
    this.#waiting++
    return new Promise((resolve) => request.waiting.push(resolve))
  }

  /** Whether any asynchronous caller waits. */
  get awaited(): boolean {
    return this.#waiting > 0
  }

  /** Lets asynchronous callers go on. The request stands. */
  release({ waiting }: Request): void {
    this.#waiting -= waiting.length
    for (const resolve of waiting.splice(0)) resolve()
  }

  /** Ends a request; what came of it was noted before. */
  end(request: Request): void {
    this.#byId.delete(request.id)
    this.#byText.delete(request.text)
    this.release(request)
  }

  get size(): number {
    return this.#byId.size
  }
}
