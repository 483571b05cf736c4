import type { Node } from '@weldarray/ir'

/** What is to be computed before going on, all of it needed at once. */
export type Steps = Generator<readonly Node[], void, void>

/** A part of something cannot be told without much more of it. */
export class NotInPieces extends Error {
  constructor(readonly node: Node) {
    super(`no part of a ${node.kind} can be computed by itself`)
  }
}

/**
 * How what does not fit into memory is computed in pieces; null if it cannot be. Handed in (`pieces/pieces.ts` records the pieces):
 * recording evaluates, and evaluating comes here.
 */
export const LARGE: { inPieces: (roots: readonly Node[], told?: (done: number) => void) => Steps | null } = {
  inPieces: () => null,
}
