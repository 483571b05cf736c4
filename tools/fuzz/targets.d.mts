/** A function, or a method of an object of a kind (`ndarray#sum`). */
export interface Target {
  readonly name: string
  readonly declaration: string | undefined
}
export function targetsOf(np: object): Target[]
