import type { REPLServer } from 'node:repl'

type OnLine = (line: string) => void

/**
 * Lines of a session are taken one after the other, also while one is waited for (an expression with `await`, a command of ours): a pipe gives
 * many at once, and its end. What was typed has been answered when there is a prompt again.
 */
export class InOrder {
  readonly #waiting: string[] = []
  readonly #take: OnLine
  readonly #evaluate: REPLServer['eval']
  #isBusy = false
  #last: (() => void) | null = null

  constructor(private readonly session: REPLServer) {
    const [own] = session.listeners('line') as OnLine[]
    session.removeListener('line', own!)
    this.#take = own!.bind(session)
    session.on('line', (line) => {
      if (this.#isBusy || this.#waiting.length > 0) this.#waiting.push(line)
      else this.#take(line)
    })
    const { displayPrompt } = session
    session.displayPrompt = (keepsCursor) => {
      displayPrompt.call(session, keepsCursor)
      this.#answered()
    }
    this.#evaluate = session.eval
    Object.assign(session, {
      eval: (...given: Parameters<REPLServer['eval']>) => {
        this.begin()
        this.#evaluate.apply(session, given)
      },
    })
  }

  /** Lines wait until there is a prompt. */
  begin(): void {
    this.#isBusy = true
  }

  /** Evaluates what the user has typed as Node does, `await` included. */
  evaluate(text: string): Promise<unknown> {
    const { session } = this
    return new Promise((resolve, reject) => {
      this.#evaluate.call(session, text, session.context, 'repl', (error, result) =>
        error === null ? resolve(result) : reject(error),
      )
    })
  }

  /** Calls `work` when all lines that have come are answered. */
  afterwards(work: () => void): void {
    if (this.#isBusy) this.#last = work
    else work()
  }

  #answered(): void {
    if (!this.#isBusy) return
    this.#isBusy = false
    // Not within the answer: it may be under way still.
    setImmediate(() => {
      while (!this.#isBusy && this.#waiting.length > 0) this.#take(this.#waiting.shift()!)
      if (!this.#isBusy) this.#last?.()
    })
  }
}
