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

/** The stack of a call, below a function of this library: the engine keeps ten lines, and the program's are to be among them. */
function calledHere(what: string, below: (...args: never[]) => unknown): Error {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  const called = new Error(`${what} was called here, with indices that were not computed yet`)
  Error.stackTraceLimit = limit
  Error.captureStackTrace(called, below)
  return called
}

/** A call that notes several nodes, and its stack once that has been taken. */
let oneCall: { readonly what: string; called: Error | null } | null = null

/** Notes that `node` was recorded by a call of `what`, which is under way. */
export function noteSite(node: Node, what: string): void {
  if (oneCall === null) sites.set(node, { what, called: calledHere(what, noteSite) })
  else {
    oneCall.called ??= calledHere(oneCall.what, inOneCall)
    sites.set(node, { what, called: oneCall.called })
  }
}

/** What `record` notes is of one call of `what`: a stack takes as long to make as several operations. */
export function inOneCall<T>(what: string, record: () => T): T {
  const outer = oneCall
  oneCall ??= { what, called: null }
  try {
    return record()
  } finally {
    oneCall = outer
  }
}
