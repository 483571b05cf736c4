import type { Found } from './found.js'
import { choose } from './numbers.js'
import { type Place, refuse } from './refusal.js'
import { containsFunction } from './syntax.js'
import type { Term, Terms } from './terms.js'
import { describe, type Environment, type Record, type Value, Variable } from './values.js'
import { oneAfterTheOther } from './ways-out.js'

/** A way out of a loop, a block or a function: for which elements, and with what environment. */
export interface Exit {
  readonly condition: Term
  readonly env: Environment
  /** What a function returns. */
  readonly value?: Value
}

/** Where `break`, `continue` or `return` goes. */
export interface Target {
  readonly kind: 'break' | 'continue' | 'return'
  readonly labels: readonly string[]
  readonly exits: Exit[]
  /** How many loops with rounds of their own are around the target. */
  readonly level: number
}

const entries = (r: Record): string => [...r.fields.keys()].join()

/**
 * Runs a function on terms instead of numbers: both ways of a condition, one after the other, each for its elements, and joins
 * what they leave. `live` tells for which elements the statement at hand is run; `env` is what bindings hold for those.
 */
export class Machine {
  env: Environment = new Map()
  live: Term
  /** How many loops with rounds of their own are around the statement at hand. */
  level = 0
  targets: Target[] = []
  /** Loops that were too long to be written out: they are not tried again in each pass over a loop around them. */
  readonly long = new Set<object>()
  /** What the pass before this one over the loop around has shown of the loops within, and what this one has so far. */
  before: readonly Found[] = []
  found: Found[] = []
  /** Functions being called: one that calls itself is not compiled. */
  readonly calls: object[] = []

  constructor(readonly t: Terms) {
    this.live = t.yes
  }

  get isDead(): boolean {
    return this.live === this.t.no
  }

  /** What was shown of a loop when the pass before was here. */
  foundBefore(node: object): Found | undefined {
    const of = (all: readonly Found[]): Found[] => all.filter((f) => f.node === node)
    return of(this.before)[of(this.found).length]
  }

  read(variable: Variable, at: Place): Value {
    const value = this.env.get(variable)
    if (value === undefined) return refuse(`'${variable.name}' is used before it is declared`, at)
    return value
  }

  write(variable: Variable, value: Value): void {
    this.env.set(variable, value)
  }

  /**
   * Runs a part of a function, then forgets the bindings that it declared: environments are copied at each branch, so that what nobody can name
   * any more would be carried through all that follows. Functions may still name it.
   */
  within<T>(part: object, run: () => T): T {
    const since = Variable.made
    const result = run()
    if (!containsFunction(part))
      for (const variable of this.env.keys()) if (variable.number >= since && !variable.isElement) this.env.delete(variable)
    return result
  }

  record(isList: boolean, fields: readonly (readonly [string, Value])[], frozen = false): Record {
    const made = fields.map(([name, value]): [string, Variable] => {
      const variable = new Variable(name, true)
      this.env.set(variable, value)
      return [name, variable]
    })
    return { kind: 'record', isList, fields: new Map(made), frozen }
  }

  /** `a` where the condition holds, `b` elsewhere; `from` and `to` are the environments they belong to. */
  join(condition: Term, a: Value, b: Value, from: Environment, to: Environment): Value {
    if (a === b) return a
    if (a.kind === 'number' && b.kind === 'number') return choose(this.t, condition, a, b)
    if (a.kind === 'unusable') return a
    if (b.kind === 'unusable') return b
    if (a.kind === 'record' && b.kind === 'record' && a.isList === b.isList && entries(a) === entries(b)) {
      a.frozen = true
      b.frozen = true
      const fields = [...a.fields].map(([name, variable]) => {
        const other = b.fields.get(name)!
        return [name, this.join(condition, from.get(variable)!, to.get(other)!, from, to)] as const
      })
      return this.record(a.isList, fields, true)
    }
    const same =
      a.kind === b.kind &&
      (a.kind === 'undefined' ||
        a.kind === 'null' ||
        (a.kind === 'text' && a.text === (b as typeof a).text) ||
        (a.kind === 'builtin' && a.name === (b as typeof a).name) ||
        (a.kind === 'closure' && a.node === (b as typeof a).node && a.scope === (b as typeof a).scope))
    if (same) return a
    return { kind: 'unusable', why: `what is ${describe(a)} for some arguments and ${describe(b)} for others is used` }
  }

  /** Joins environments that came to the same place by different ways. */
  joinEnvironments(condition: Term, a: Environment, b: Environment): Environment {
    if (a === b) return a
    const outer = this.env
    const joined: Environment = new Map()
    this.env = joined
    for (const [variable, value] of a) {
      const other = b.get(variable)
      // What only one way declares is out of scope where they meet.
      if (other !== undefined) joined.set(variable, this.join(condition, value, other, a, b))
    }
    this.env = outer
    return joined
  }

  /** The environment in which several exits meet; their conditions exclude each other and one of them holds. */
  meet(exits: readonly Exit[]): Environment {
    const last = exits[exits.length - 1]!
    return oneAfterTheOther(this.t, exits.slice(0, -1)).reduceRight(
      (env, exit) => this.joinEnvironments(exit.condition, exit.env, env),
      last.env,
    )
  }

  /** Both ways of a condition. Each gives a value; what statements give is undefined. */
  branch(condition: Term, yes: () => Value, no: () => Value): Value {
    const { t } = this
    if (condition === t.yes) return yes()
    if (condition === t.no) return no()
    const { live: before, env } = this
    const way = (condition: Term, run: () => Value) => {
      const live = t.and(before, condition)
      this.live = live
      this.env = new Map(env)
      const value = live === t.no ? null : run()
      return { value, env: this.env, live: this.live, whole: this.live === live }
    }
    const a = way(condition, yes)
    const b = way(t.not(condition), no)
    this.live = before
    if (b.live === t.no || b.value === null) {
      this.env = a.env
      this.live = a.live
      return a.value ?? { kind: 'undefined' }
    }
    if (a.live === t.no || a.value === null) {
      this.env = b.env
      this.live = b.live
      return b.value
    }
    this.env = this.joinEnvironments(condition, a.env, b.env)
    this.live = a.whole && b.whole ? before : t.or(a.live, b.live)
    return this.join(condition, a.value, b.value, a.env, b.env)
  }

  /** Leaves for a target: nothing after it is run for these elements. */
  leave(target: Target, value?: Value): void {
    if (!this.isDead)
      target.exits.push({ condition: this.live, env: new Map(this.env), ...(value === undefined ? {} : { value }) })
    this.live = this.t.no
  }

  /** Goes on after what some elements left for here and others ran through. */
  arrive(target: Target): void {
    const { exits } = target
    if (exits.length === 0) return
    const all = this.isDead ? exits : [...exits, { condition: this.live, env: this.env }]
    this.env = this.meet(all)
    this.live = all.map((e) => e.condition).reduceRight((rest, c) => this.t.or(c, rest))
  }
}
