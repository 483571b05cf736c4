const given = new Set<string>()

/** Warns of something in the way Node does, once in this thread for each `about`. */
export function warnOnce(about: string, message: string): void {
  if (given.has(about)) return
  given.add(about)
  process.emitWarning(message, 'WeldarrayWarning')
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const warnCannotCompile = (reason: string): void =>
  warnOnce('compiler', `kernels cannot be compiled, so loops run in JavaScript, slower and to the same results: ${reason}`)

/** No thread can be started: no fault of the compiler's, nor of the pool's, so it is told once for both. */
export const warnWithoutThreads = (reason: string): void =>
  warnOnce(
    'threads',
    'no worker thread can be started, so all work is done on the calling thread, in JavaScript where there is no kernel yet, ' +
      `slower and to the same results: ${reason}`,
  )

/** For tests. */
export const forgetWarnings = (): void => given.clear()
