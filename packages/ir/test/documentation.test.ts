import { readFileSync } from 'node:fs'
import {
  allocate,
  callOps,
  convert,
  dtypeInfo,
  interpret,
  mapOps,
  type Node,
  parse,
  print,
  reachable,
  reduceOps,
  type TypedArray,
  verify,
} from '@weldarray/ir'
import { describe, expect, test } from 'vitest'

const text = readFileSync(new URL('../../../docs/ir.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/^```ir\n((?:.|\n)*?)^```$/gm)].map((match) => match[1]!)

const list = (line: string): string[] => line.trim().split(/\s+/)

/** What the comments say an input holds. */
function inputs(block: string, roots: readonly Node[]): TypedArray[] {
  const slots: TypedArray[] = []
  for (const node of reachable(roots)) {
    if (node.kind !== 'input') continue
    const elements = list(new RegExp(`^; ${node.slot}: (.*)$`, 'm').exec(block)![1]!)
    const data = allocate(node.dtype, elements.length)
    elements.forEach((x, i) => {
      ;(data as unknown as unknown[])[i] = convert(dtypeInfo[node.dtype].big ? BigInt(x) : Number(x), node.dtype)
    })
    slots[node.slot] = data
  }
  return slots
}

describe('every graph in docs/ir.md', () => {
  test('is there', () => expect(blocks.length).toBeGreaterThan(8))

  test.each(blocks)('is in canonical form, obeys the rules, and comes to what is said\n%s', (block) => {
    const { roots, interner } = parse(block)
    verify(roots)
    expect(print(roots)).toBe(block.replace(/^;.*\n/gm, '').trim())
    const said = [...block.matchAll(/^; gives (.*)$/gm)].map((match) => list(match[1]!))
    if (reachable(roots).some((node) => node.kind === 'param')) return expect(said).toEqual([])
    const results = interpret(interner, roots, inputs(block, roots))
    expect(results.map((data) => Array.from(data as Float64Array, (x) => (Object.is(x, -0) ? '-0' : String(x))))).toEqual(said)
  })
})

test('every kind of node has an example, and every operation that is specified for all operands is named', () => {
  const kinds = new Set(blocks.flatMap((block) => reachable(parse(block).roots).map((node) => node.kind)))
  expect([...kinds].sort()).toEqual([
    'call',
    'const',
    'gather',
    'input',
    'iota',
    'join',
    'map',
    'param',
    'reduce',
    'scan',
    'scatter',
    'view',
  ])
  const named = Object.entries(mapOps).flatMap(([name, def]) => (def.kind === 'primitive' && def.partial ? [] : [name]))
  for (const name of [...named, ...Object.keys(reduceOps), ...Object.keys(callOps)]) expect(text).toContain(`\`${name}\``)
})
