import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const program = fileURLToPath(new URL('./fixtures/every-kind-of-loop.mjs', import.meta.url))

function run(flags: readonly string[], kilobytes?: number) {
  const node = [process.execPath, ...flags, program]
  const [command, args] =
    kilobytes === undefined ? [node[0], node.slice(1)] : ['sh', ['-c', `ulimit -v ${kilobytes}; exec "$@"`, 'sh', ...node]]
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, WELDARRAY_CACHE_DIR: 'off' },
    timeout: 60_000,
  })
  return { status, stdout, warnings: stderr.match(/WeldarrayWarning: .*/g) ?? [] }
}

const major = Number(process.versions.node.split('.')[0])
const permission = major >= 24 ? '--permission' : '--experimental-permission'
const linux = process.platform === 'linux'

/** From 24 on the engine may find room for shared memory, or have none for a thread. */
const crowded = major < 24 ? /no shared WebAssembly memory/ : null

const cases: [string, RegExp | null, readonly string[], number?][] = [
  ['no WebAssembly', /this engine has no WebAssembly$/, ['--jitless']],
  ['no vectors', /no WebAssembly vectors/, ['--no-enable-sse4-1', '--no-enable-avx']],
  ['no right to start threads', /no worker thread can be started/, [permission, '--allow-fs-read=*']],
  ['a heap too small for the compiler', /memory limit/, ['--max-old-space-size=24']],
  ['too little address space', crowded, [], 6_000_000],
]

/** What the program prints with kernels: every element's bits go into it. */
let expected: ReturnType<typeof run> | undefined

// In one of the modes in which this suite is run.
it.runIf(process.env.WELDARRAY_THREADS === '2' && !process.env.WELDARRAY_CHECK).each(cases)(
  'the same bits in time, and one warning, with %s',
  (name, warning, flags, kilobytes) => {
    if ((name === 'no vectors' && process.arch !== 'x64') || (kilobytes !== undefined && !linux)) return
    expected ??= run([])
    expect(expected).toMatchObject({ status: 0, warnings: [] })
    expect(JSON.parse(expected.stdout)).toMatchObject({ kernels: true })
    const got = run(flags, kilobytes)
    const kernels = warning === null && got.warnings.length === 0
    if (!kernels) expect(got.warnings).toEqual([expect.stringMatching(warning ?? /kernels cannot be compiled/)])
    expect(JSON.parse(got.stdout)).toEqual({ ...JSON.parse(expected.stdout), kernels })
    expect(got.status).toBe(0)
  },
  120_000,
)
