import { callOps, isCallOp } from './calls/index.js'
import { type DType, isDType } from './dtype.js'
import { WeldError } from './errors.js'
import { INDEX_MODES, type IndexMode } from './gather.js'
import { Interner } from './interner.js'
import { type Node, reachable } from './node.js'
import { isLoopOp, isMapOp, type ReduceOp, reduceOps } from './ops/index.js'
import { parseScalar, scalarText } from './scalar-text.js'
import { scanNames, scanOpOf } from './scan.js'

/*
 * The text form, one node a line, arguments first:
 *
 *   %0 = input 0 strides [4,1] offset 0 : float64[3,4]
 *   %1 = const 0.5 : float64[]        (a user's constant; `lit` one of the structure; `param 0` one whose value comes later)
 *   %2 = add %0 %1 : float64[3,4]
 *   %3 = view %2 strides [1,4] offset 0 : float64[4,3]
 *   %4 = sum %3 axes [0] : float64[3]
 *   %5 = gather %0 %1 axis 0 span 1 raise : float64[4]
 *   %6 = cumsum %5 axis 0 : float64[4]
 *   return %4 %2
 *
 * Names count from 0 in print order, so equal graphs have equal text: the text is the canonical form.
 */

function line(node: Node, name: (n: Node) => string): string {
  const type = `${node.dtype}[${node.shape}]`
  const rest = node.args.map(name).join(' ')
  switch (node.kind) {
    case 'input':
      return `input ${node.slot} strides [${node.strides}] offset ${node.offset} : ${type}`
    case 'const':
      return `${node.literal ? 'lit' : 'const'} ${scalarText(node.value)} : ${type}`
    case 'param':
      return `param ${node.slot} : ${type}`
    case 'iota':
      return `iota strides [${node.strides}] offset ${node.offset} : ${type}`
    case 'map':
      return `${node.op} ${rest} : ${type}`
    case 'view':
      return `view ${rest} strides [${node.strides}] offset ${node.offset} : ${type}`
    case 'reduce':
      return `${node.op} ${rest} axes [${node.axes}] : ${type}`
    case 'gather':
      return `gather ${rest} axis ${node.axis} span ${node.span} ${node.mode} : ${type}`
    case 'join':
      return `join ${rest} axis ${node.axis} : ${type}`
    case 'scan':
      return `${isLoopOp(node.op) ? node.op : scanNames[node.op]} ${rest} axis ${node.axis} : ${type}`
    case 'scatter':
      return `scatter ${rest} parts ${node.parts} bins ${node.bins} : ${type}`
    case 'call': {
      const attributes = callOps[node.op].attributes.map((a, i) => ` ${a} ${node.attributes[i]}`)
      return `${node.op} ${rest}${attributes.join('')} : ${type}`
    }
  }
}

/** The graph below `roots` as text; with `limit`, the middle of a longer graph is left out (for people, not for parsing). */
export function print(roots: readonly Node[], limit = Number.POSITIVE_INFINITY): string {
  const nodes = reachable(roots)
  const names = new Map<Node, string>()
  nodes.forEach((node, i) => {
    names.set(node, `%${i}`)
  })
  const name = (n: Node): string => names.get(n)!
  const show = (node: Node): string => `${name(node)} = ${line(node, name)}`
  const head = nodes.length > limit ? Math.ceil(limit / 2) : nodes.length
  const lines = nodes.slice(0, head).map(show)
  if (head < nodes.length) {
    const tail = nodes.slice(nodes.length - Math.floor(limit / 2))
    lines.push(`… ${nodes.length - head - tail.length} more …`, ...tail.map(show))
  }
  lines.push(`return ${roots.map(name).join(' ')}`)
  return lines.join('\n')
}

const bad = (at: number, text: string, why: string): WeldError => new WeldError(`IR text, line ${at + 1}: ${why}: '${text}'`)

const integers = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number))

/** Reads what `print` wrote. Throws `WeldError` with the line for anything else; types are checked against inference. */
export function parse(text: string, interner = new Interner()): { roots: Node[]; interner: Interner } {
  const nodes = new Map<string, Node>()
  let roots: Node[] | undefined
  text.split('\n').forEach((raw, at) => {
    const source = raw.replace(/\s*;.*$/, '').trim()
    if (source === '') return
    const find = (name: string): Node => {
      const node = nodes.get(name)
      if (node === undefined) throw bad(at, raw, `${name} is not defined above`)
      return node
    }
    if (source === 'return' || source.startsWith('return ')) {
      roots = source.split(/\s+/).slice(1).map(find)
      return
    }
    const m = /^(%\d+) = (loop\{.*\}\.\d+|\w+)\s*(.*?)\s*: (\w+)\[([\d,]*)\]$/.exec(source)
    if (m === null) throw bad(at, raw, 'not a node')
    const [, name, op, rest, type, dims] = m as unknown as [string, string, string, string, string, string]
    if (!isDType(type)) throw bad(at, raw, `unknown dtype ${type}`)
    if (nodes.has(name)) throw bad(at, raw, `${name} is defined above`)
    const node = build(interner, op, rest, type, integers(dims), find, (why) => bad(at, raw, why))
    if (node.dtype !== type || String(node.shape) !== dims) throw bad(at, raw, `type is ${node.dtype}[${node.shape}]`)
    nodes.set(name, node)
  })
  if (roots === undefined) throw new WeldError("IR text: no 'return' line")
  return { roots, interner }
}

function build(
  interner: Interner,
  op: string,
  rest: string,
  dtype: DType,
  shape: number[],
  find: (name: string) => Node,
  error: (why: string) => WeldError,
): Node {
  const args = (rest.match(/%\d+/g) ?? []).map(find)
  const layout = /strides \[([-\d,]*)\] offset (-?\d+)$/.exec(rest)
  const strides = integers(layout?.[1] ?? '')
  const offset = Number(layout?.[2] ?? 0)
  const first = (): Node => {
    if (args.length !== 1) throw error(`${op} takes one operand`)
    return args[0]!
  }
  const place = (): number => {
    const digits = /^\d+/.exec(rest)?.[0]
    if (digits === undefined) throw error(`${op} needs a number`)
    return Number(digits)
  }
  switch (op) {
    case 'input':
      return interner.input(place(), dtype, shape, strides, offset)
    case 'const':
    case 'lit': {
      const value = parseScalar(rest, dtype)
      if (value === null) throw error(`'${rest}' is no ${dtype}`)
      return interner.constant(value, dtype, op === 'lit')
    }
    case 'param':
      return interner.param(place(), dtype)
    case 'iota':
      return interner.iota(shape, strides, offset)
    case 'view':
      return interner.view(first(), shape, strides, offset)
    case 'join':
      return interner.join(args, Number(/axis (\d+)$/.exec(rest)?.[1] ?? -1))
    case 'scatter': {
      const how = /parts (\d+) bins (\d+)$/.exec(rest)
      if (args.length !== 2 || how === null) throw error('expected two operands, parts and bins')
      return interner.scatter(args[0]!, args[1]!, { parts: Number(how[1]), bins: Number(how[2]) })
    }
    case 'gather': {
      const how = /axis (\d+) span (\d+) (\w+)$/.exec(rest)
      if (args.length !== 2 || how === null || !INDEX_MODES.includes(how[3] as IndexMode))
        throw error(`expected two operands, axis, span and one of ${INDEX_MODES.join(', ')}`)
      return interner.gather(args[0]!, args[1]!, shape, {
        axis: Number(how[1]),
        span: Number(how[2]),
        mode: how[3] as IndexMode,
      })
    }
  }
  const scanned = scanOpOf(op)
  if (scanned !== null) return interner.scan(scanned, first(), Number(/axis (\d+)$/.exec(rest)?.[1] ?? -1))
  if (isCallOp(op)) {
    const { arity, attributes } = callOps[op]
    if (args.length !== arity) throw error(`${op} takes ${arity} operands`)
    const values = attributes.map((name) => {
      const found = new RegExp(`\\b${name} (\\d+)`).exec(rest)
      if (found === null) throw error(`${op} needs ${name} and a number`)
      return Number(found[1])
    })
    return interner.call(op, args, values)
  }
  if (Object.hasOwn(reduceOps, op))
    return interner.reduce(op as ReduceOp, first(), integers(/axes \[([\d,]*)\]$/.exec(rest)?.[1] ?? ''))
  if (!isMapOp(op)) throw error(`unknown operation ${op}`)
  return interner.map(op, args, dtype)
}
