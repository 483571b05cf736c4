import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import * as entries from '../support/entries.js'

const command = fileURLToPath(entries.command)
const folder = mkdtempSync(join(tmpdir(), 'weldarray-cli-'))
const cacheFolder = join(folder, 'cache')
const env = { ...process.env, WELDARRAY_CACHE_DIR: cacheFolder, NODE_NO_WARNINGS: '1' }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    env,
    input,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

const graph = `; twice the first input, and the sum of its squares
%0 = input 0 strides [1] offset 0 : float64[4]
%1 = const 2 : float64[]
%2 = mul %0 %1 : float64[4]
%3 = const 0 : float64[]
%4 = sub %2 %3 : float64[4]
%5 = mul %4 %4 : float64[4]
%6 = sum %5 axes [0] : float64[]
return %2 %6
`
const file = join(folder, 'graph.weld')
writeFileSync(file, graph)

/** The headings of the graphs in what explain has printed. */
const shown = (text: string): string[] => [...text.matchAll(/^([a-z-]+) \(.*\)$/gm)].map((m) => m[1]!)

describe('explain', () => {
  test('prints the graph, each pass that changed it, the loops and how long they took', () => {
    const { status, stdout, stderr } = run(['explain', file])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(shown(stdout)[0]).toBe('recorded')
    expect(stdout).toMatch(/loop 1 of \d: /)
    expect(stdout).toMatch(/ran: (wasm|js)/)
    expect(stdout).toMatch(/5 runs, milliseconds: [\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+\n$/)
  })

  test('runs on given inputs, and prints the results', () => {
    np.save(join(folder, 'x.npy'), np.array([1, 2, 3, 4]))
    const { status, stdout } = run(['explain', file, '--input', '0=x.npy', '--print', '--runs', '1'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/root 0\n\[\s*2\.? +4\.? +6\.? +8\.?\]/)
    expect(stdout).toMatch(/root 1\n120\.?0?\n/)
  })

  test('files of more axes are inputs in C order', () => {
    np.save(join(folder, 'square.npy'), np.array([1, 2, 3, 4]).reshape([2, 2]).transpose(1, 0))
    const { status, stdout } = run(['explain', file, '--input', '0=square.npy', '--print', '--runs', '1'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/root 0\n\[\s*2\. +6\. +4\. +8\.\]/)
  })

  test('with other passes the results are the same', () => {
    const results = (args: string[]) =>
      /root 0[\s\S]*/.exec(run(['explain', file, '--print', '--runs', '1', '--seed', '3', ...args]).stdout)![0]
    const usual = results([])
    expect(results(['--passes', ''])).toBe(usual)
    expect(results(['--without', 'algebra,cse'])).toBe(usual)
    expect(results(['--passes', 'cse,canonicalise'])).toBe(usual)
  })

  test('passes that are taken away are not run', () => {
    expect(shown(run(['explain', file, '--runs', '0']).stdout)).toContain('algebra')
    expect(shown(run(['explain', file, '--runs', '0', '--without', 'algebra']).stdout)).not.toContain('algebra')
    expect(shown(run(['explain', file, '--runs', '0', '--passes', '']).stdout)).toEqual(['recorded'])
  })

  test('reads the standard input, and writes the inspector’s page', () => {
    const { status, stdout } = run(['explain', '-', '--html', 'page.html'], graph)
    expect(status).toBe(0)
    expect(stdout).toContain("page.html is the inspector's page")
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<svg class="timeline"/)
  })

  test.each([
    [['explain', 'nothing.weld'], /^weldarray: ENOENT/],
    [['explain', file, '--passes', 'magic'], /^weldarray: there is no pass 'magic'; there are ([\w-]+, )*canonicalise, /],
    [['explain', file, '--input', 'x'], /^weldarray: --input x: expected slot=file\.npy/],
    [['explain', file, '--runs', 'many'], /expected a whole number from 0 up/],
    [['explain', file, '--runs', ''], /expected a whole number from 0 up/],
    [['explain', file, '--runs', '1e9'], /expected at most 10000/],
    [['explan', file], /^error: unknown command 'explan'\n\nUsage: weldarray \[options\] \[command\]/],
  ])('%j is a line that says what is wrong', (args, message) => {
    const { status, stderr } = run(args)
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^ {4}at /m)
  })

  test.each([
    ['%0 = input 0 strides [1] offset 0 : float99[4]\nreturn %0', /^weldarray: IR text, line 1: unknown dtype float99/],
    ['%0 = input 4294967295 strides [1] offset 0 : float64[4]\nreturn %0', /^weldarray: input 4294967295: expected inputs below/],
    ['%0 = input x strides [1] offset 0 : float64[4]\nreturn %0', /^weldarray: IR text, line 1: input needs a number/],
    ['%0 = const abc : float64[]\nreturn %0', /^weldarray: IR text, line 1: 'abc' is no float64/],
    ['%0 = const 300 : uint8[]\nreturn %0', /^weldarray: IR text, line 1: '300' is no uint8/],
    ['%0 = const 1.5n : int64[]\nreturn %0', /^weldarray: IR text, line 1: '1\.5n' is no int64/],
    ['%0 = const 1 : float64[]\n%0 = const 2 : float64[]\nreturn %0', /^weldarray: IR text, line 2: %0 is defined above/],
  ])('a graph that is none is a line that names the line: %s', (text, message) => {
    const { status, stderr } = run(['explain', '-', '--runs', '0'], text)
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^ {4}at /m)
  })
})

test('the cache is found, listed and cleared', () => {
  run(['explain', file, '--runs', '1'])
  const path = run(['cache', 'path']).stdout.trim()
  expect(path.startsWith(cacheFolder)).toBe(true)
  const kernels = () => (existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.kernel')).length : 0)
  expect(kernels()).toBeGreaterThan(0)
  expect(run(['cache', 'ls']).stdout).toContain(`${kernels()} files, `)
  expect(run(['cache', 'clear']).stdout).toMatch(/^\d+ files deleted\n$/)
  expect(kernels()).toBe(0)
  expect(run(['cache', 'ls']).stdout).toContain('0 files, 0 B')
})

test('the doctor says what there is, and that a sum is right', () => {
  const { status, stdout } = run(['doctor'])
  expect(status).toBe(0)
  for (const row of ['node', 'processor', 'kernels', 'memory', 'cache']) expect(stdout).toMatch(new RegExp(`^${row} +\\S`, 'm'))
  expect(stdout).toMatch(/^a sum +right; /m)
})

/** A session that is typed into, line by line, each when the last has been answered. */
async function session(lines: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [command, 'repl'], {
    env: { ...env, NODE_REPL_HISTORY: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const prompts = () => output.split('» ').length - 1
  const until = async (n: number) => {
    for (const end = Date.now() + 30_000; prompts() < n && Date.now() < end; ) await new Promise((go) => setTimeout(go, 20))
  }
  await until(1)
  for (const [i, line] of lines.entries()) {
    child.stdin.write(`${line}\n`)
    await until(i + 2)
  }
  child.stdin.end()
  await new Promise((go) => child.once('exit', go))
  return output
}

test('a session has np, awaits, prints arrays, and looks into the compiler', async () => {
  const output = await session([
    'const x = np.arange(500)',
    'x.slice(":3").mul(2)',
    '(await np.evaluateAsync([x.mul(3)])).length',
    '.explain x.mul(2).add(1)',
    '.ir x.astype("float64").sqrt()',
    '.passes x.mul(2).mul(1)',
    '.kernel x.astype("float64").sqrt()',
    '.time x.sum()',
    '.kernel 3',
    '.ir nothing',
  ])
  expect(output).toMatch(/array\(\[0\., 2\., 4\.\]\)/)
  expect(output).toMatch(/» 1\n/)
  expect(output).toContain('loop 1 of 1: elementwise, 500 elements')
  expect(output).toMatch(/= sqrt %\d : float64\[500\]\nreturn/)
  expect(output).toContain('recorded (as it was written)')
  expect(output).toMatch(/kernel map rows 0 runs 0/)
  expect(output).toMatch(/([\d.]+ ){4}[\d.]+ ms/)
  expect(output).toContain('expected an array, as in .kernel')
  expect(output).toContain('nothing is not defined')
}, 60_000)

test('lines of a pipe are answered one after the other', () => {
  const lines = [
    '.ir 1',
    '10 + 1',
    '.time await new Promise((go) => setTimeout(go, 20))',
    'await 12',
    '10 + 3',
    'nothing',
    '.kernel 2 2',
  ]
  const { status, stdout } = run(['repl'], [...lines, 'await new Promise((go) => setTimeout(go, 20, 14))'].join('\n'))
  expect(status).toBe(0)
  const answers = stdout.split('» ').map((answer) => answer.split('\n')[0]!.replace(/[\d.]+ ms|([\d.]+ ){4}/g, 'times'))
  expect(answers).toEqual([
    '',
    'expected an array, as in .ir np.ones(3).add(1)',
    '11',
    'timestimes',
    '12',
    '13',
    'Uncaught ReferenceError: nothing is not defined',
    expect.stringMatching(/^Unexpected /),
    '14',
    '',
  ])
})

test('what has no graph is said to have none', () => {
  const { stdout } = run(['repl'], '.ir np.ones(2).add(1).evaluate()\n.passes np.asarray(new Float64Array(3))\n')
  expect(stdout).toContain('no graph was compiled')
  expect(stdout).toContain("a caller's typed array")
})
