import { type Node, print, VerifyError } from '@weldarray/ir'
import { OTHER_PRIMES, plan, tells } from '@weldarray/optimizer'
import { BoundedCache } from '../config/bounded-cache.js'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { Program } from '../execute/program.js'
import { arePlansWatched, planned as tellPlanned } from '../profile/channels.js'
import { SEGMENT } from '../schedule/costs.js'
import type { Learned } from './again.js'
import { type Model, modelOf } from './model.js'
import type { Walk } from './walk.js'

/** What a plan weighs for each word of its key. */
const BYTES_A_WORD = 300

/** What is kept for a structure: the key, the model it was planned for, and the plan made ready to run. */
export interface Planned extends Learned {
  readonly words: Int32Array
  readonly model: Model
  /** Length variables of the model. */
  readonly variables: number
  readonly program: Program
}

/** By a hash of the words; the words themselves decide. */
const plans = new BoundedCache<number, Planned[]>(1 / 32, 120e6, (gone) => {
  for (const { program } of gone) program.free()
})

/** Forgets all plans, and gives back what they hold in the heap. */
export const forgetPlans = (): void => plans.clear()

function hash(data: Int32Array, length: number): number {
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < length; i++) h = Math.imul(h ^ data[i]!, 0x01000193)
  return h ^ (h >>> 15)
}

function fits(known: Int32Array, data: Int32Array, length: number): boolean {
  if (known.length !== length) return false
  for (let i = 0; i < length; i++) if (known[i] !== data[i]) return false
  return true
}

const textOf = ({ roots, target }: Model): string =>
  `${print(roots)}\n${target === null ? '' : `to ${target.slot} by ${target.strides}`}`

/** Throws `VerifyError` if a plan that is found was made for a graph of another structure, which two keys have to tell apart. */
function checkModel({ model }: Planned, walk: Walk): void {
  const [made, found] = [textOf(model), textOf(modelOf(walk))]
  if (made !== found) throw new VerifyError(`the plan of\n${made}\nwas found for\n${found}`)
}

/** The plan for the graph of a walk, if its structure is known. The walk remembers it. */
export function knownPlan(walk: Walk): Planned | null {
  walk.key = hash(walk.words, walk.length)
  const bucket = plans.get(walk.key)
  if (bucket !== undefined)
    for (let i = 0; i < bucket.length; i++) if (fits(bucket[i]!.words, walk.words, walk.length)) return (walk.known = bucket[i]!)
  return null
}

/** The plan for the graph of a walk, made now if its structure is new. */
export function planFor(walk: Walk, roots: readonly Node[]): Planned {
  const known = walk.known ?? knownPlan(walk)
  if (known !== null) {
    counters.plansFound++
    if (settings.check) checkModel(known, walk)
    return known
  }
  let made: Planned
  try {
    made = makeWatched(walk)
  } catch (error) {
    // Sums of lengths, or products of so many that doubles do not hold them: with its own lengths then.
    if (!(error instanceof RangeError) || walk.exact) throw error
    const { target } = walk
    const memory = walk.memories[target?.slot ?? 0]!
    const offset = walk.offsets[target?.slot ?? 0]!
    walk.exactly(roots, SEGMENT)
    if (target !== null) walk.store(memory, { shape: roots[0]!.shape, strides: target.strides, offset })
    return planFor(walk, roots)
  }
  keep(walk.key, made)
  return (walk.known = made)
}

function makeWatched(walk: Walk): Planned {
  if (!arePlansWatched()) return make(walk)
  const start = performance.now()
  const made = make(walk)
  const ms = performance.now() - start
  tellPlanned({ nodes: made.model.interner.size, loops: made.program.loops.length, start, ms })
  return made
}

function make(walk: Walk): Planned {
  const model = modelOf(walk)
  const variables = walk.exact ? 0 : walk.variableCount
  const made = plan(model.interner, model.roots, walk.accessCount, { check: settings.check, target: model.target })
  if (variables > 0) {
    const other = modelOf(walk, false, OTHER_PRIMES)
    if (!tells(made, plan(other.interner, other.roots, walk.accessCount, { target: other.target }), variables))
      throw new RangeError('a number of the plan is no product of lengths')
  }
  counters.plansMade++
  return { words: walk.words.slice(0, walk.length), model, variables, program: new Program(made, variables), again: null }
}

function keep(key: number, made: Planned): void {
  const bucket = [...(plans.take(key) ?? []), made]
  plans.set(key, bucket, BYTES_A_WORD * bucket.reduce((sum, { words }) => sum + words.length, 0))
}
