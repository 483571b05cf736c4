import { inspect } from 'node:util'

const everyMember = {
  showHidden: true,
  maxArrayLength: Number.POSITIVE_INFINITY,
  depth: 0,
  compact: true,
  breakLength: Number.POSITIVE_INFINITY,
  sorted: false,
}

/**
 * Asks every member of a weak set that is still there how it is to be shown, which it can take for being called: the language has no way
 * to list them, and Node's `inspect` has.
 */
export function askMembers(set: WeakSet<object>): void {
  inspect(set, everyMember)
}
