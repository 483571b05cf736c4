import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type DType, type Interner, interpret, type Node, parse, print, reachable, type TypedArray } from '@weldarray/ir'
import { algebra, algebraIndex, apply, lawOf, optimise, type Pass, pipeline, rewrite } from '@weldarray/optimizer'
import { expectSameBits, Random, randomArray } from '@weldarray/testing'
import { describe, expect, test } from 'vitest'

/*
 * filetests/*.ir: a first line `passes: NAME, …`, then cases separated by lines `---`: comments that say what holds, a graph,
 * `=>`, and the graph that the passes make of it. WELDARRAY_BLESS=1 writes what they make now: read the difference before keeping it.
 */

const folder = new URL('filetests/', import.meta.url)
const bless = process.env.WELDARRAY_BLESS === '1'
const byName = new Map<string, Pass>(pipeline.map((p) => [p.name, p]))

interface Case {
  readonly comment: string
  readonly input: string
  readonly expected: string
}

interface File {
  readonly name: string
  readonly head: string
  readonly passes: readonly string[]
  readonly cases: readonly Case[]
}

function readCase(text: string): Case {
  const [before, expected = ''] = text.split(/^=>$/m)
  const lines = before!.trim().split('\n')
  const isComment = (line: string): boolean => line.startsWith(';')
  return {
    comment: lines.filter(isComment).join('\n'),
    input: lines.filter((line) => !isComment(line)).join('\n'),
    expected: expected.trim(),
  }
}

function readFile(name: string): File {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const head = /^(?:;.*\n)*passes: .*$/m.exec(text)![0]
  const passes = /^passes: (.*)$/m.exec(head)![1]!.split(', ')
  return {
    name,
    head,
    passes,
    cases: text
      .slice(text.indexOf(head) + head.length)
      .split(/^---$/m)
      .map(readCase),
  }
}

/** Memory for the inputs of a graph: as much as their strides reach. */
function slotsFor(roots: readonly Node[], random: Random): TypedArray[] {
  const types: DType[] = []
  for (const node of reachable(roots)) if (node.kind === 'input') types[node.slot] = node.dtype
  return types.map((dtype) => randomArray(random, dtype, 4096))
}

const files = readdirSync(folder).sort().map(readFile)
const fired = new Set<string>()

/** Notes which rules the nodes of a graph, and what becomes of them, are rewritten by. */
function noteRules(interner: Interner, roots: readonly Node[]): void {
  for (const node of reachable(roots))
    for (let at: Node | null = node; at?.kind === 'map'; at = rewrite(at, interner, algebraIndex)) {
      const map = at
      const used = algebra.find((rule) => apply(rule, map, interner) !== null)
      if (used !== undefined) fired.add(lawOf(used))
    }
}

/** A graph with a number in the place of each parameter: the interpreter has no values for them. */
const withNumbers = (graph: string): string => graph.replace(/= param (\d+) :/g, (_, slot) => `= const ${slot} :`)

function run(passes: readonly string[], { input, expected }: Case): string {
  const { roots, interner } = parse(input)
  noteRules(interner, roots)
  const made = optimise(interner, roots, { check: true, passes: passes.map((name) => byName.get(name)!) })
  const text = print(made)
  if (!bless) expect(text).toBe(expected)
  const slots = slotsFor(roots, new Random(1))
  const bits = (graph: string): TypedArray[] => {
    const { interner, roots } = parse(withNumbers(graph))
    return interpret(interner, roots, slots)
  }
  expectSameBits('after the passes', roots, bits(text), bits(input))
  return text
}

describe.each(files.map((file) => [file.name, file] as const))('%s', (name, { head, passes, cases }) => {
  const made: string[] = []
  test.each(cases.map((one) => [one.comment.replaceAll(/^; ?/gm, '').replaceAll('\n', ' '), one] as const))('%s', (_, one) => {
    made.push([one.comment, one.input, '=>', run(passes, one)].join('\n'))
  })
  if (bless) test('written', () => writeFileSync(new URL(name, folder), `${head}\n\n${made.join('\n\n---\n\n')}\n`))
})

test('every pass has a file, and every rule a case', () => {
  const passes = new Set(files.flatMap((f) => f.passes))
  expect(pipeline.filter((p) => !passes.has(p.name)).map((p) => p.name)).toEqual([])
  expect(algebra.map(lawOf).filter((law) => !fired.has(law))).toEqual([])
})
