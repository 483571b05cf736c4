import type { Node } from '@weldarray/ir'

/** Where something was recorded that may turn out to be a mistake when it is computed. */
export interface Site {
  /** The function that was called. */
  readonly what: string
  /** With the stack of the call. */
  readonly called: Error
}

const sites = new WeakMap<Node, Site>()

export const siteOf = (node: Node): Site | undefined => sites.get(node)

/** Notes that `node` was recorded by a call of `what`, which is under way. */
export function noteSite(node: Node, what: string): void {
  sites.set(node, { what, called: new Error(`${what} was called here, with indices that were not computed yet`) })
}
