import { Expressions } from './expressions.js'
import { type Names, NONE } from './names.js'
import { joined, type Text, text } from './texts.js'

const COMPOUND = ['+', '-', '*', '/', '%']
const BITWISE = ['|', '&', '^', '<<', '>>', '>>>']
const LOGICAL = ['&&=', '||=', '??=']

const EMPTY: Text = text``

/** Statements, and whether what comes after them is reached. */
interface Block {
  readonly text: Text
  readonly names: Names
  readonly ends: boolean
}

/** Makes statements of one function: numbers, of which `fuel` bounds the rounds of all loops. */
export class Statements extends Expressions {
  private made = 0
  /** How many statements there may be. */
  private budget = 14
  /** How many results the function has. */
  results = 1

  private name = (kind: string): string => `${kind}${this.made++}`

  returned(names: Names): Text {
    const values = Array.from({ length: this.results }, () =>
      this.tape.chance(2) && this.results === 1 ? this.value(names, 1) : this.value(names, 2),
    )
    return this.results === 1 ? text`return ${values[0]!};` : text`return [${joined(values, ', ')}];`
  }

  block(names: Names, most: number): Block {
    let inner = names
    const texts: Text[] = []
    const count = 1 + this.tape.below(most)
    for (let i = 0; i < count; i++) {
      const { text, names: next, ends } = this.statement(inner)
      texts.push(text)
      inner = next
      if (ends) return { text: joined(texts, ' '), names: inner, ends }
    }
    return { text: joined(texts, ' '), names: inner, ends: false }
  }

  private braces = (names: Names, most = 3): Text => text`{ ${this.block(names, most).text} }`

  private statement(names: Names): Block {
    const { tape } = this
    const plain = (text: Text, more: Partial<Names> = {}, ends = false): Block => ({ text, names: { ...names, ...more }, ends })
    if (--this.budget < 0 || tape.isOver) return plain(EMPTY)
    switch (tape.below(20)) {
      case 0:
      case 1: {
        const name = this.name('v')
        const numbers = [...names.numbers, name]
        return plain(text`${tape.pick(['let', 'var'])} ${name} = ${this.value(names, 3)};`, { numbers })
      }
      case 2:
      case 3:
      case 4:
        return plain(this.assignment(names))
      case 5:
        return plain(text`if (${this.condition(names, 2)}) ${this.braces(names)}`)
      case 6:
        return plain(text`if (${this.condition(names, 2)}) ${this.braces(names)} else ${this.braces(names)}`)
      case 7: {
        const name = this.name('f')
        const flags = [...names.flags, name]
        return plain(text`const ${name} = ${this.flag(names, 2)};`, { flags })
      }
      case 8:
      case 9:
      case 10:
        return plain(this.loop(names))
      case 11:
        return plain(this.switched(names))
      case 12: {
        const label = this.name('l')
        return plain(text`${label}: ${this.braces({ ...names, breaks: [...names.breaks.filter((b) => b !== ''), label] })}`)
      }
      case 13:
        return this.collection(names)
      case 14:
        return this.closure(names)
      case 15:
        return plain(text`if (${this.condition(names, 2)}) ${this.returned(names)}`)
      case 16:
        return plain(this.left(names))
      case 17: {
        const name = this.name('u')
        const put = (): Text => text`${name} = ${this.value(names, 2)};`
        return plain(text`let ${name}; if (${this.condition(names, 2)}) ${put()} else ${put()}`, {
          numbers: [...names.numbers, name],
        })
      }
      case 18:
        return plain(this.swapped(names))
      default: {
        const name = this.name('c')
        return plain(text`const ${name} = ${this.value(names, 2)};`, { fixed: [...names.fixed, name] })
      }
    }
  }

  /** `break` or `continue`, for some elements. */
  private left(names: Names): Text {
    const ways = [...names.breaks.map((b) => `break ${b}`), ...names.continues.map((c) => `continue ${c}`)]
    if (ways.length === 0) return this.assignment(names)
    return text`if (${this.condition(names, 2)}) { ${this.tape.chance(6) ? this.assignment(names) : EMPTY} ${this.tape.pick(ways)}; }`
  }

  private assignment(names: Names): Text {
    const { tape } = this
    const targets = [...names.numbers, ...names.elements]
    if (targets.length === 0) return text`${this.value(names, 2)};`
    const target = tape.pick(targets)
    const value = this.value(names, 2)
    const as = { js: target, ref: target }
    switch (tape.below(6)) {
      case 0: {
        const op = tape.pick(COMPOUND)
        return this.single
          ? { js: `${target} ${op}= ${value.js};`, ref: `${target} = F(${target} ${op} ${value.ref});` }
          : text`${target} ${op}= ${value};`
      }
      case 1:
        // A whole number, in a binding that holds floats.
        return this.single ? text`${as} = (${target} & ${value}) + 0;` : text`${target} ${tape.pick(BITWISE)}= ${value};`
      case 2:
        return text`${target} ${tape.pick(LOGICAL)} ${value};`
      default:
        return text`${target} = ${value};`
    }
  }

  private swapped(names: Names): Text {
    const targets = [...names.numbers, ...names.elements]
    if (targets.length < 2) return this.assignment(names)
    const [a, b] = [this.tape.pick(targets), this.tape.pick(targets)]
    return text`[${a}, ${b}] = [${this.value(names, 1)}, ${this.value(names, 1)}];`
  }

  private collection(names: Names): Block {
    const { tape } = this
    const made = (text: Text, more: Partial<Names>): Block => ({ text, names: { ...names, ...more }, ends: false })
    const name = this.name('t')
    const value = (): Text => this.value(names, 2)
    switch (tape.below(4)) {
      case 0:
        return made(text`const ${name} = [${value()}, ${value()}];`, {
          elements: [...names.elements, `${name}[0]`, `${name}[1]`],
        })
      case 1:
        return made(text`const ${name} = { a: ${value()}, b: { c: ${value()} } };`, {
          elements: [...names.elements, `${name}.a`, `${name}.b.c`],
        })
      case 2:
        return made(text`let { a: ${name}, b: ${name}b = ${value()} } = { ...{ a: ${value()} }, b: undefined };`, {
          numbers: [...names.numbers, name, `${name}b`],
        })
      default:
        return made(text`const [${name}, ...${name}r] = [${value()}, ${value()}];`, {
          fixed: [...names.fixed, name],
          elements: [...names.elements, `${name}r[0]`],
        })
    }
  }

  /** A function that sees, and may write, what is around it. */
  private closure(names: Names): Block {
    const { tape, results } = this
    const name = this.name('g')
    const params = Array.from({ length: 1 + tape.below(2) }, () => this.name('p'))
    const inner = { ...names, numbers: [...names.numbers, ...params], breaks: [], continues: [] }
    this.results = 1
    const makes = (): Text => {
      switch (tape.below(3)) {
        case 0:
          return text`const ${name} = (${params.join(', ')}) => ${this.value(inner, 2)};`
        case 1: {
          const { text: body, names: known, ends } = this.block(inner, 3)
          return text`const ${name} = function (${params.join(', ')}) { ${body} ${ends ? EMPTY : this.returned(known)} };`
        }
        default: {
          const { text: body, names: known, ends } = this.block(inner, 3)
          return text`function ${name}(${params.join(', ')}) { ${body} ${ends ? EMPTY : this.returned(known)} }`
        }
      }
    }
    const made = makes()
    this.results = results
    const functions = [...names.functions, { name, arity: params.length }]
    return { text: made, names: { ...names, functions }, ends: false }
  }

  private switched(names: Names): Text {
    const { tape } = this
    const inner = { ...names, breaks: [...names.breaks.filter((b) => b !== ''), ''] }
    const values = tape.pick([
      ['0', '1', '2'],
      ['1', '0', '-1'],
      ['0', '3', '1'],
    ])
    const cases = values.slice(0, 1 + tape.below(3)).map((v) => ({ js: `case ${v}:`, ref: `case ${v}:` }))
    if (tape.chance(10)) cases.splice(tape.below(cases.length + 1), 0, text`default:`)
    const branches = cases.map((c) => {
      const body = tape.chance(3) ? EMPTY : this.block(names === inner ? names : { ...inner, breaks: inner.breaks }, 2).text
      return text`${c} { ${body} } ${tape.chance(9) ? text`break;` : EMPTY}`
    })
    const value = this.value(names, 2)
    const subject = tape.pick([text`${value} & 3`, text`Math.sign(${value})`, text`Math.trunc(${value})`])
    return text`switch (${subject}) { ${joined(branches, ' ')} }`
  }

  private loop(names: Names): Text {
    const { tape } = this
    const label = tape.chance(5) ? this.name('l') : ''
    const to = (outer: readonly string[]): string[] => [...outer.filter((b) => b !== ''), '', ...(label === '' ? [] : [label])]
    const inner: Names = { ...names, breaks: to(names.breaks), continues: to(names.continues) }
    const before = label === '' ? EMPTY : text`${label}: `
    const most = 3 + tape.below(12)
    const i = this.name('i')
    const counting = { ...inner, fixed: [...inner.fixed, i] }
    switch (tape.below(8)) {
      case 0:
      case 1:
        return text`${before}for (let ${i} = 0; ${i} < ${2 + tape.below(4)}; ${i}++) ${this.braces(counting)}`
      case 2:
        return text`${before}for (let ${i} = ${65 + tape.below(5)}; ${i} > 0; ${i} -= ${tape.pick([1, 2])}) ${this.braces(counting, 2)}`
      case 3: {
        const bound = text`Math.min(Math.abs(${this.value(names, 1)}), ${most})`
        return text`${before}for (let ${i} = 0; ${i} < ${bound} && fuel++ < 90; ${i}++) ${this.braces(counting)}`
      }
      case 4:
        return text`${before}while (fuel++ < ${10 * most} && ${this.condition(names, 2)}) ${this.braces(inner)}`
      case 5:
        return text`${before}for (;;) { if (fuel++ > ${5 * most}) break; ${this.block(inner, 3).text} }`
      case 6:
        return text`${before}do ${this.braces(inner)} while (fuel++ < ${5 * most} && ${this.condition(names, 2)});`
      default: {
        const list = Array.from({ length: 1 + tape.below(3) }, () => this.value(names, 1))
        return text`${before}for (const ${i} of [${joined(list, ', ')}]) ${this.braces(counting, 2)}`
      }
    }
  }
}

export { NONE }
