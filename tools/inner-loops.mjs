// What the engine makes of kernels: `node tools/inner-loops.mjs EXPRESSION [--dtype float32] [--size N] [--side M] [--node PATH] [--print]`, on x64 Linux with objdump.
// The expression is of `np` and arrays `a`, `b` (N elements) and `A` (M × M), such as 'a.mul(b).add(1)' or 'np.matmul(A, A)'. It is evaluated for
// a second by one thread; then each innermost loop of the kernels, as the optimizing compiler wrote it (V8's --perf-prof), is a line: where
// it is, instructions, vector instructions, and how many of all touch the stack. A loop whose sums go to the stack and back waits for
// them (docs/adr/014-registers-are-counted.md). With --print the loops are listed.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dtype: { type: 'string', default: 'float64' },
    size: { type: 'string', default: '20000' },
    side: { type: 'string', default: '300' },
    node: { type: 'string', default: process.execPath },
    print: { type: 'boolean', default: false },
  },
})
const [expression] = positionals
if (expression === undefined) throw new Error("which expression? For example: node tools/inner-loops.mjs 'a.mul(b).add(1)'")

/** Kernels have few functions; those of the compiler, which is WebAssembly too, have other numbers. */
const KERNEL = /^JS:wasm-function\[\d\]-\d-turbofan$/

const program = `
  import * as np from ${JSON.stringify(fileURLToPath(new URL('../packages/weldarray/lib/index.mjs', import.meta.url)))}
  const some = (...shape) => np.random.default_rng(1).random(shape).add(0.1).astype(${JSON.stringify(values.dtype)}).evaluate()
  const [N, M] = [${Number(values.size)}, ${Number(values.side)}]
  const [a, b, A] = [some(N), some(N), some(M, M)]
  for (const end = performance.now() + 1000; performance.now() < end; ) (${expression}).evaluate()
  process.exit()`

/** The machine code of kernels in what \`perf inject\` reads: records of a kind, a length and a time. */
function* kernelsIn(dump) {
  const { buffer, byteOffset } = dump
  const view = new DataView(buffer, byteOffset)
  for (let at = view.getUint32(8, true); at < dump.length; at += view.getUint32(at + 4, true)) {
    if (view.getUint32(at, true) !== 0) continue
    const name = dump.subarray(at + 56, dump.indexOf(0, at + 56))
    const start = at + 56 + name.length + 1
    if (KERNEL.test(name.toString())) yield dump.subarray(start, start + Number(view.getBigUint64(at + 40, true)))
  }
}

function disassembled(code, folder) {
  const file = join(folder, 'code')
  writeFileSync(file, code)
  const options = ['-D', '-b', 'binary', '-m', 'i386:x86-64', '-M', 'intel', '--no-show-raw-insn', file]
  const lines = execFileSync('objdump', options, { encoding: 'utf8', maxBuffer: 2 ** 28 }).matchAll(/^ *([0-9a-f]+):\t(.*)$/gm)
  return [...lines].map(([, address, text]) => ({ address: Number.parseInt(address, 16), text: text.trim() }))
}

/** From where a jump backwards lands to the jump; those that have another within are left out. */
function innerLoops(instructions) {
  const at = new Map(instructions.map(({ address }, i) => [address, i]))
  const loops = instructions.flatMap(({ text }, last) => {
    const first = at.get(Number.parseInt(/^j\w+ +0x([0-9a-f]+)/.exec(text)?.[1] ?? '', 16))
    return first !== undefined && first < last ? [{ first, last }] : []
  })
  return loops.filter((x) => !loops.some((y) => y !== x && y.first >= x.first && y.last <= x.last))
}

const folder = mkdtempSync(join(tmpdir(), 'inner-loops-'))
try {
  const args = ['--perf-prof', '--input-type=module', '-e', program]
  execFileSync(values.node, args, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, WELDARRAY_THREADS: '1' },
  })
  const dumps = readdirSync(folder).filter((name) => name.endsWith('.dump'))
  const kernels = dumps.flatMap((name) => [...kernelsIn(readFileSync(join(folder, name)))])
  kernels.forEach((code, k) => {
    const instructions = disassembled(code, folder)
    console.log(`kernel ${k}, ${code.length} bytes`)
    for (const { first, last } of innerLoops(instructions)) {
      const body = instructions.slice(first, last + 1)
      const count = (pattern) => body.filter(({ text }) => pattern.test(text)).length
      const [from, to] = [body[0], body.at(-1)].map(({ address }) => address.toString(16))
      console.log(
        `  ${from} to ${to}: ${body.length} instructions, ${count(/xmm/)} of vectors, ${count(/\[r[bs]p/)} touch the stack`,
      )
      if (values.print) for (const { text } of body) console.log(`    ${text}`)
    }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
