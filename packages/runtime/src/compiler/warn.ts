const given = new Set<string>()

/** Warns of something in the way Node does, once in this thread for each `about`. */
export function warnOnce(about: string, message: string): void {
  if (given.has(about)) return
  given.add(about)
  process.emitWarning(message, 'WeldarrayWarning')
}

/** For tests. */
export const forgetWarnings = (): void => given.clear()
