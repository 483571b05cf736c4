import { print, VerifyError } from '@weldarray/ir'
import { AS_IT_IS, OTHER_PRIMES, type Plan, plan, type Reading, readingOf } from '@weldarray/optimizer'
import { BoundedCache } from '../config/bounded-cache.js'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { Program } from '../execute/program.js'
import { arePlansWatched, planned as tellPlanned } from '../profile/channels.js'
import { PLANS_FOR_CONSTANTS } from '../schedule/costs.js'
import type { Learned } from './again.js'
import { type Model, modelOf } from './model.js'
import { Tally } from './tally.js'
import type { Walk } from './walk.js'
import { warmFor } from './warming.js'

/** What a plan weighs for each word of its key. */
const BYTES_A_WORD = 300

/** What is kept for a structure: the key, the model it was planned for, and the plan made ready to run. */
export interface Planned extends Learned {
  readonly words: Int32Array
  readonly model: Model
  /** Length variables of the model. */
  readonly variables: number
  /** Lengths above 8 that are those of the graph in the model too. */
  readonly pinned: ReadonlySet<number>
  readonly reading: Reading
  readonly program: Program
}

/** A structure of which no plan serves all lengths: it is planned for each. */
interface Unplanned {
  readonly words: Int32Array
  readonly program: null
}

/** By a hash of the words; the words themselves decide. */
const plans = new BoundedCache<number, (Planned | Unplanned)[]>(1 / 32, 120e6, (gone) => {
  for (const { program } of gone) program?.free()
})

/** By a hash of what their keys have in common: how many plans there were for graphs that differ in lengths that decide, and in nothing else. */
const plansAlike = new Tally()

/** By a hash of what their keys have in common: how many plans there were for graphs that differ in which constants are equal. */
const plansApart = new Tally()

/**
 * Whether a graph differs from several that were planned in which of its constants are equal: these are indices, say, or were read from
 * data. Then one plan, in which each has a parameter of its own, serves all.
 */
const hasVaryingConstants = (walk: Walk): boolean =>
  walk.sharesConstants && !walk.apart && plansApart.of(walk.hashApart()) >= PLANS_FOR_CONSTANTS

/** Forgets all plans, and gives back what they hold in the heap. */
export function forgetPlans(): void {
  plans.clear()
  plansAlike.clear()
  plansApart.clear()
}

/** How many plans there were for graphs like that of a walk, but for lengths that decide. */
export const timesPlanned = (walk: Walk): number => plansAlike.of(walk.hash(true))

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
  if (walk.known !== null) return walk.known
  walk.key = walk.hash()
  const bucket = plans.get(walk.key)
  if (bucket !== undefined)
    for (let i = 0; i < bucket.length; i++) {
      const found = bucket[i]!
      if (!fits(found.words, walk.words, walk.length)) continue
      if (found.program !== null) return (walk.known = found)
      again(walk, () => walk.exactly())
      return knownPlan(walk)
    }
  if (!hasVaryingConstants(walk)) return null
  again(walk, () => walk.withConstantsApart())
  return knownPlan(walk)
}

/** The plan for the graph of a walk, made now if its structure is new. */
export function planFor(walk: Walk): Planned {
  const known = knownPlan(walk)
  if (known !== null) {
    counters.plansFound++
    if (settings.check) checkModel(known, walk)
    return known
  }
  let made: Planned
  try {
    made = makeWatched(walk)
  } catch (error) {
    // Sums of lengths, or products of so many that doubles do not hold them.
    if (!(error instanceof RangeError) || walk.exact) throw error
    keep(walk.key, { words: walk.words.slice(0, walk.length), program: null })
    again(walk, () => walk.exactly())
    return planFor(walk)
  }
  keep(walk.key, made)
  return (walk.known = made)
}

/** Writes the key once more, in another way. */
function again(walk: Walk, write: () => void): void {
  const { target } = walk
  const memory = walk.memories[target?.slot ?? 0]!
  const offset = walk.offsets[target?.slot ?? 0]!
  write()
  if (target !== null) walk.store(memory, { shape: walk.roots[0]!.shape, strides: target.strides, offset })
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
  warmFor(walk)
  const model = modelOf(walk)
  const variables = walk.variableCount
  const made = plan(model.interner, model.roots, walk.accessCount, { check: settings.check, target: model.target })
  counters.plansMade++
  if (walk.cuts.length > 0) plansAlike.add(walk.hash(true))
  if (walk.constantsRead > 1 && !walk.apart) plansApart.add(walk.hashApart())
  const reading = variables === 0 ? AS_IT_IS : readingOf(made, otherPlan(walk), variables)
  if (reading === null) throw new RangeError('a number of the plan is no product of lengths')
  const words = walk.words.slice(0, walk.length)
  const program = new Program(made, reading)
  return { words, model, variables, pinned: walk.pinnedLengths(), reading, program, again: null }
}

/** The plan for the second model, which tells what the numbers of the first stand for. */
function otherPlan(walk: Walk): Plan {
  const { interner, roots, target } = modelOf(walk, false, OTHER_PRIMES)
  return plan(interner, roots, walk.accessCount, { target })
}

function keep(key: number, made: Planned | Unplanned): void {
  const bucket = [...(plans.take(key) ?? []), made]
  plans.set(key, bucket, BYTES_A_WORD * bucket.reduce((sum, { words }) => sum + words.length, 0))
}
