import { convert } from '../convert.js'
import { type DType, isDType, type Scalar } from '../dtype.js'
import { DTypeError, LoopLimitError, WeldError } from '../errors.js'
import { type Node, reachable } from '../node.js'
import { parseScalar, scalarText } from '../scalar-text.js'
import type { MapOp } from './index.js'

/*
 * A loop within an element: rounds whose number depends on the data, as in `while (test(c)) c = next(c)`. It is an elementwise
 * operation like any other, one that carries its body in its name:
 *
 *     loop{carry float64, with float64, $2 = lt $0 $1 : bool, while $2, $3 = add $0 $0 : float64, next $3, limit 1000}.0
 *
 * `$0 …` are what is carried from round to round, then what stays the same (`with`), then the results of the lines. What stands before
 * `while` is needed for the test. The operands are what is carried at first and what stays; a text that begins with `masked` has a bool
 * before them: elements for which it does not hold take no part. The result is what is carried at the end, of which the name's last
 * number is the place. An element that begins more than `limit` rounds is an error.
 *
 * A text without `while` and `limit` is a *step*: one round, which asks nothing. A scan takes one for each element of a line, carried from
 * element to element (`scan.ts`).
 */

/** The name of a loop: its text. */
export type LoopOp = `loop{${string}`

export type LoopLine =
  | { readonly op: 'lit'; readonly dtype: DType; readonly value: Scalar; readonly args: readonly [] }
  | { readonly op: MapOp; readonly dtype: DType; readonly args: readonly number[] }

export interface Loop {
  /** The name without the place of the result: loops of one body and the same operands are run once for all their results. */
  readonly body: string
  /** The first operand tells which elements take part. */
  readonly masked: boolean
  readonly carried: readonly DType[]
  readonly invariants: readonly DType[]
  /** In order; a line's value is numbered after what is carried and what stays. */
  readonly lines: readonly LoopLine[]
  /** How many lines the test needs. */
  readonly head: number
  /** -1 of a step. */
  readonly test: number
  readonly next: readonly number[]
  readonly limit: number
  readonly result: number
}

export const isLoopOp = (op: string): op is LoopOp => op.startsWith('loop{')

/** What an operation is called where its name would be too long. */
export const shortName = (op: MapOp): string => (isLoopOp(op) ? 'loop' : op)

/** Pieces between commas, those within inner loops left whole. */
function pieces(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '{') depth++
    else if (text[i] === '}') depth--
    else if (i === text.length || (text[i] === ',' && depth === 0)) {
      found.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  return found
}

const numbers = (text: string): number[] => [...text.matchAll(/\$(\d+)/g)].map((m) => Number(m[1]))

function parseLine(text: string): LoopLine | null {
  const m = /^\$\d+ = (loop\{.*\}\.\d+|\w+) ?(.*) : (\w+)$/.exec(text)
  if (m === null || !isDType(m[3]!)) return null
  const [, op, rest, dtype] = m as unknown as [string, string, string, DType]
  if (op !== 'lit') return { op: op as MapOp, dtype, args: numbers(rest) }
  const value = parseScalar(rest, dtype)
  return value === null ? null : { op, dtype, value, args: [] }
}

function parse(op: string): Loop {
  const bad = (why: string): WeldError => new WeldError(`a loop's text: ${why}: '${op}'`)
  const m = /^(loop\{(.*)\})\.(\d+)$/.exec(op)
  if (m === null) throw bad('expected loop{…}. and the number of a result')
  const lines: LoopLine[] = []
  const types = { carry: [] as DType[], with: [] as DType[] }
  let [head, test, limit] = [0, -1, 0]
  let next: number[] = []
  let masked = false
  for (const piece of pieces(m[2]!)) {
    const [word, ...rest] = piece.split(' ')
    const line = word!.startsWith('$') ? parseLine(piece) : null
    if (line !== null) lines.push(line)
    else if (piece === 'masked') masked = true
    else if (word === 'carry' || word === 'with') types[word] = rest.filter(isDType)
    else if (word === 'while') [head, test] = [lines.length, numbers(piece)[0]!]
    else if (word === 'next') next = numbers(piece)
    else if (word === 'limit') limit = Number(rest[0])
    else throw bad(`cannot read '${piece}'`)
  }
  const { carry, with: invariants } = types
  const result = Number(m[3])
  const first = carry.length + invariants.length
  const known = (n: number | undefined, before: number): boolean => n !== undefined && n >= 0 && n < before
  const isStep = test === -1 && limit === 0
  if (!isStep && (!known(test, first + head) || !(limit >= 1))) throw bad('no test or no limit')
  if (next.length !== carry.length || !next.every((n) => known(n, first + lines.length)) || result >= carry.length)
    throw bad('what is carried and what comes next differ')
  if (!lines.every((l, i) => l.args.every((a) => known(a, first + i)))) throw bad('a line uses what is not there yet')
  return { body: m[1]!, masked, carried: carry, invariants, lines, head, test, next, limit, result }
}

const MOST = 1000
const known = new Map<string, Loop>()

/** A loop by its name. Throws `WeldError` for what is none. */
export function loopOf(op: string): Loop {
  let loop = known.get(op)
  if (loop === undefined) {
    loop = parse(op)
    if (known.size >= MOST) known.clear()
    known.set(op, loop)
  }
  return loop
}

/** A loop's parts as graphs over `param`s: what is carried, then what stays. */
export interface LoopGraph {
  readonly masked: boolean
  readonly carried: readonly DType[]
  readonly invariants: readonly DType[]
  /** null, with any `limit`, is a step. */
  readonly test: Node | null
  readonly next: readonly Node[]
  readonly limit: number
}

/** The name of a loop for its result `k` (added by the caller: `${loopText(…)}.${k}`). */
export function loopText({ masked, carried, invariants, test, next, limit }: LoopGraph): string {
  const names = new Map<Node, string>()
  let count = carried.length + invariants.length
  const lines: string[] = []
  const write = (roots: readonly Node[]): void => {
    for (const node of reachable(roots)) {
      if (names.has(node)) continue
      if (node.kind === 'param') names.set(node, `$${node.slot}`)
      else if (node.kind === 'const' || node.kind === 'map') {
        const what =
          node.kind === 'const' ? `lit ${scalarText(node.value)}` : `${node.op} ${node.args.map((a) => names.get(a)).join(' ')}`
        names.set(node, `$${count}`)
        lines.push(`$${count++} = ${what} : ${node.dtype}`)
      } else throw new Error(`a ${node.kind} cannot be in a loop's body`)
    }
  }
  if (test !== null) {
    write([test])
    lines.push(`while ${names.get(test)}`)
  }
  write(next)
  const types = [
    ...(masked ? ['masked'] : []),
    `carry ${carried.join(' ')}`,
    ...(invariants.length > 0 ? [`with ${invariants.join(' ')}`] : []),
  ]
  const end = [`next ${next.map((n) => names.get(n)).join(' ')}`, ...(test === null ? [] : [`limit ${limit}`])]
  return `loop{${[...types, ...lines, ...end].join(', ')}}`
}

/** The dtypes of a loop's operands. */
export const loopOperands = ({ masked, carried, invariants }: Loop): readonly DType[] => [
  ...(masked ? (['bool'] as const) : []),
  ...carried,
  ...invariants,
]

/** Operands of a loop: which elements take part (`null`: all), and the others. */
export const loopParts = <T>({ masked }: Loop, operands: readonly T[]): [enter: T | null, operands: readonly T[]] =>
  masked ? [operands[0]!, operands.slice(1)] : [null, operands]

/** Checks a loop's operands; its result's dtype. */
export function inferLoop(op: LoopOp, dtypes: readonly DType[]): DType {
  const loop = loopOf(op)
  if (loop.test < 0) throw new DTypeError('loop: a step without a test is for scans')
  const expected = loopOperands(loop)
  if (expected.length !== dtypes.length || expected.some((d, i) => d !== dtypes[i]))
    throw new DTypeError(`loop: operands have dtypes ${dtypes.join(', ')}, expected ${expected.join(', ')}`)
  return loop.carried[loop.result]!
}

// biome-ignore lint/suspicious/noExplicitAny: operands are number or bigint according to dtype
type Ref = (...args: any[]) => Scalar

/** A loop's meaning on single elements; `refOf` gives that of its lines. */
export function loopRef(loop: Loop, refOf: (op: MapOp, from: DType) => Ref): Ref {
  const { carried, invariants, lines, next, test, limit, head } = loop
  const dtypes: DType[] = [...carried, ...invariants, ...lines.map((l) => l.dtype)]
  const first = dtypes.length - lines.length
  const fns = lines.map((l) => (l.op === 'lit' ? null : refOf(l.op, dtypes[l.args[l.args.length - 1]!]!)))
  return (...all) => {
    const [enter, operands] = loopParts<Scalar>(loop, all)
    const values: Scalar[] = [...operands]
    const compute = (from: number, to: number): void => {
      for (let i = from; i < to; i++) {
        const line = lines[i]!
        values[first + i] = line.op === 'lit' ? line.value : convert(fns[i]!(...line.args.map((a) => values[a]!)), line.dtype)
      }
    }
    if (test < 0) {
      compute(0, lines.length)
      return values[next[loop.result]!]!
    }
    for (let rounds = 0; enter !== 0; rounds++) {
      compute(0, head)
      if (!values[test]) break
      if (rounds >= limit) throw new LoopLimitError()
      compute(head, lines.length)
      const state = next.map((n) => values[n]!)
      for (let k = 0; k < carried.length; k++) values[k] = state[k]!
    }
    return values[loop.result]!
  }
}
