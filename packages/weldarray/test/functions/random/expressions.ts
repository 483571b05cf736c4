import type { Names } from './names.js'
import type { Tape } from './tape.js'
import { type Expression, joined, type Text, type Type, text } from './texts.js'

const NUMBERS = ['0', '1', '2', '-1', '0.5', '-0', '3', '1.5', '-7', '0.1', '10', '4', '1e-3', '255', '-2.5']
const HOSTILE = [
  'NaN',
  'Infinity',
  '-Infinity',
  '2147483648',
  '-2147483649',
  '4294967296',
  '9007199254740993',
  '5e-324',
  '1e308',
  '1e22',
]
const COUNTS = ['0', '1', '5', '31', '32', '-1', '8']
const EXACT = ['abs', 'floor', 'ceil', 'trunc', 'round', 'sqrt', 'sign', 'fround']
const ELEMENTARY = ['exp', 'log', 'sin', 'cos', 'atan', 'tanh', 'cbrt', 'expm1', 'log1p', 'log2', 'asinh', 'log10']

/** Makes expressions of one function. */
export class Expressions {
  constructor(
    readonly tape: Tape,
    /** Whether it computes in float32. */
    readonly single: boolean,
    /** Whether elementary functions are among them: slow where each is compared. */
    private readonly elementary: boolean,
  ) {}

  private make = (type: Type, { js, ref }: Text): Expression => ({ type, js, ref })

  /** What an operation gives: rounded in the reference. */
  private rounded({ js, ref }: Text): Expression {
    return { type: 'float', js, ref: this.single ? `F(${ref})` : ref }
  }

  /** A number in the dtype that is computed in, whatever it was. */
  private float(e: Expression): Text {
    return e.type === 'float' || !this.single ? e : { js: e.js, ref: `F(${e.ref})` }
  }

  /** As `float`, and seen to be one by the compiler too: what bindings hold has one type. */
  private plain(e: Expression): Expression {
    return e.type === 'float' || !this.single ? { ...e, type: 'float' } : this.rounded(text`(${this.float(e)} + 0)`)
  }

  literal(): Expression {
    const { tape } = this
    const of = tape.chance(3) ? tape.pick(HOSTILE) : tape.pick(NUMBERS)
    return this.rounded(text`${of.startsWith('-') ? `(${of})` : of}`)
  }

  private leaf(names: Names): Expression {
    const all = [...names.numbers, ...names.fixed, ...names.elements]
    return all.length > 0 && !this.tape.chance(4) ? this.make('float', text`${this.tape.pick(all)}`) : this.literal()
  }

  /** What bindings, arguments and results are made of. */
  value = (names: Names, depth: number): Expression => this.plain(this.number(names, depth))

  /** Something that is computed with. */
  private operand(names: Names, depth: number): Text {
    return this.float(this.tape.chance(1) ? this.flag(names, depth) : this.number(names, depth))
  }

  /** A number, of any type. */
  number(names: Names, depth: number): Expression {
    const { tape } = this
    if (depth <= 0 || tape.isOver) return this.leaf(names)
    const next = depth - 1
    const value = (): Expression => this.value(names, next)
    switch (tape.below(16)) {
      case 0:
        return this.leaf(names)
      case 1:
      case 2:
      case 3:
      case 4:
        return this.rounded(
          text`(${this.operand(names, next)} ${tape.pick(['+', '-', '*', '/', '%'])} ${this.operand(names, next)})`,
        )
      case 5:
        return this.rounded(text`Math.${tape.pick(EXACT)}(${this.operand(names, next)})`)
      case 6: {
        const list = Array.from({ length: 1 + tape.below(3) }, () => this.operand(names, next))
        return this.rounded(text`Math.${tape.pick(['max', 'min'])}(${joined(list, ', ')})`)
      }
      case 7:
        return this.make('float', text`(${this.condition(names, next)} ? ${value()} : ${value()})`)
      case 8:
        return this.rounded(text`(${tape.pick(['-', '+'])}${this.operand(names, next)})`)
      case 9:
        return this.make('float', text`(${value()} ${tape.pick(['&&', '||', '??'])} ${value()})`)
      case 10:
        return this.written(names, next)
      case 11:
        return this.called(names, next)
      case 12:
        return this.make('float', text`(${value()}, ${value()})`)
      case 13:
        return this.library(names, next)
      default:
        return this.whole(names, next)
    }
  }

  /** A binding that is written in the middle of an expression. */
  private written(names: Names, depth: number): Expression {
    const { tape } = this
    const targets = [...names.numbers, ...names.elements]
    if (targets.length === 0) return this.leaf(names)
    const target = tape.pick(targets)
    if (tape.chance(8)) return this.make('float', text`(${target} = ${this.value(names, depth)})`)
    const sign = tape.pick(['+', '-'])
    const by = this.single ? `F(${target} ${sign} 1)` : `${target} ${sign} 1`
    return tape.chance(8)
      ? { type: 'float', js: `(${sign}${sign}${target})`, ref: `(${target} = ${by})` }
      : { type: 'float', js: `(${target}${sign}${sign})`, ref: `after(${target}, ${target} = ${by})` }
  }

  private called(names: Names, depth: number): Expression {
    if (names.functions.length === 0) return this.leaf(names)
    const { name, arity } = this.tape.pick(names.functions)
    const list = Array.from({ length: arity }, () => this.value(names, depth))
    return this.make('float', text`${name}(${joined(list, ', ')})`)
  }

  private library(names: Names, depth: number): Expression {
    const { tape } = this
    const operand = (): Text => this.operand(names, depth)
    if (!this.elementary || this.single) return this.rounded(text`Math.sqrt(${operand()})`)
    switch (tape.below(4)) {
      case 0:
        return this.make('float', text`Math.${tape.pick(ELEMENTARY)}(${operand()})`)
      case 1:
        return this.make('float', text`Math.${tape.pick(['atan2', 'hypot'])}(${operand()}, ${operand()})`)
      case 2: {
        const [base, exponent] = [operand(), operand()]
        // Squares and reciprocals are not what a power comes to.
        if (/^[(+-]*\d[\d.]*\)?$/.test(exponent.js)) return this.make('float', base)
        const called = text`Math.pow(${base}, ${exponent})`
        return { type: 'float', js: tape.chance(8) ? called.js : `((${base.js}) ** (${exponent.js}))`, ref: called.ref }
      }
      default: {
        const { js, ref } = this.leaf(names)
        return { type: 'float', js: `((${js}) ** 2)`, ref: `(${ref} * ${ref})` }
      }
    }
  }

  /** A whole number of 32 bits. */
  private whole(names: Names, depth: number): Expression {
    const { tape } = this
    // What bit operations are given is not rounded first.
    const operand = (): Text => (tape.chance(1) ? this.flag(names, depth - 1) : this.number(names, depth - 1))
    switch (tape.below(8)) {
      case 0:
        return this.make('int', text`(${operand()} | 0)`)
      case 1:
        return this.make('int', text`(${operand()} ${tape.pick(['&', '|', '^'])} ${operand()})`)
      case 2:
        return this.make('uint', text`(${operand()} >>> ${tape.pick(COUNTS)})`)
      case 3:
        return this.make('int', text`(${operand()} ${tape.pick(['<<', '>>'])} ${tape.chance(4) ? operand() : tape.pick(COUNTS)})`)
      case 4:
        return this.make('int', text`(~${operand()})`)
      case 5:
        return this.make('int', text`Math.imul(${operand()}, ${operand()})`)
      case 6:
        return this.make('int', text`Math.clz32(${operand()})`)
      default: {
        // The sum of whole numbers is one: with float32 between, it is not exact.
        const sum = text`(${this.float(this.whole(names, depth - 1))} ${tape.pick(['+', '-'])} ${this.float(this.whole(names, depth - 1))})`
        return this.make('int', text`(${this.rounded(sum)} | 0)`)
      }
    }
  }

  /** What an `if` asks: a boolean, or a number. */
  condition(names: Names, depth: number): Text {
    return this.tape.chance(3) ? this.number(names, depth) : this.flag(names, depth)
  }

  /** A boolean. */
  flag(names: Names, depth: number): Expression {
    const { tape } = this
    if (depth <= 0 || tape.isOver) {
      if (names.flags.length > 0 && tape.chance(8)) return this.make('bool', text`${tape.pick(names.flags)}`)
      return this.make('bool', text`(${this.leaf(names)} ${tape.pick(['<', '>=', '>', '<='])} ${this.leaf(names)})`)
    }
    const next = depth - 1
    const operand = (): Text => this.operand(names, next)
    switch (tape.below(8)) {
      case 0:
      case 1:
      case 2:
        return this.make('bool', text`(${operand()} ${tape.pick(['<', '<=', '>', '>=', '==', '!='])} ${operand()})`)
      case 3:
        return this.make('bool', text`(${this.value(names, next)} ${tape.pick(['===', '!=='])} ${this.value(names, next)})`)
      case 4:
        return this.make('bool', text`(!${this.condition(names, next)})`)
      case 5:
        return this.make(
          'bool',
          text`(${this.flag(names, next)} ${tape.pick(['&&', '||', '===', '!='])} ${this.flag(names, next)})`,
        )
      case 6:
        return this.make(
          'bool',
          text`${tape.pick(['isNaN', 'isFinite', 'Number.isInteger', 'Number.isSafeInteger'])}(${this.value(names, next)})`,
        )
      default: {
        const [a, b] = [this.whole(names, next), this.whole(names, next)]
        const alike = a.type === b.type
        return this.make(
          'bool',
          text`(${alike ? a : this.float(a)} ${tape.pick(['<', '>', '===', '<='])} ${alike ? b : this.float(b)})`,
        )
      }
    }
  }
}
