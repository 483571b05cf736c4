/** Where in a function's source something stands: offsets into its text. */
export interface Place {
  readonly start: number
}

/** Why a function cannot be compiled. It never reaches a caller: the function is called element by element instead. */
export class Refusal extends Error {
  override name = 'Refusal'
  /** The text that `at` is a place in, if it is another function's. */
  text: string | null = null
  constructor(
    readonly reason: string,
    readonly at?: Place | undefined,
  ) {
    super(reason)
  }
}

export function refuse(reason: string, at?: Place): never {
  throw new Refusal(reason, at)
}

/** Line and column, from 1, of a place in a text, of which `lead` characters are not the author's. */
export function position(text: string, { start }: Place, lead: number): string {
  const before = text.slice(lead, Math.max(lead, start)).split('\n')
  return `${before.length}:${before[before.length - 1]!.length + 1}`
}
