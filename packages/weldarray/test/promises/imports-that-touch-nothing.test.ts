import { spawnSync } from 'node:child_process'
import { accessSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const program = fileURLToPath(new URL('./fixtures/watched-import.mjs', import.meta.url))

const right = { calls: ['availableParallelism'], sum: 100_000 * 99_999 }

function run(env: Record<string, string>, user?: number) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    encoding: 'utf8',
    env,
    timeout: 60_000,
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  return { status, stderr, json: status === 0 ? JSON.parse(stdout) : stdout }
}

const HOME = process.env.HOME ?? ''

it('an import asks the system how many processors there are, and for nothing else', () => {
  expect(run({ HOME, WELDARRAY_CACHE_DIR: 'off' })).toEqual({ status: 0, stderr: '', json: right })
})

/** Whether anybody may read the program and run Node. */
function isOpen(path: string): boolean {
  accessSync(path)
  for (let at = path; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o005) !== 0o005 && at !== path) return false
  return true
}

const root = process.geteuid?.() === 0

it.runIf(root && isOpen(program) && isOpen(process.execPath))('a user whom the system does not know, without HOME', () => {
  expect(run({}, 54_321)).toEqual({ status: 0, stderr: '', json: right })
  expect(run({ WELDARRAY_CACHE_DIR: 'off' }, 54_321)).toEqual({ status: 0, stderr: '', json: right })
})

it.runIf(root && isOpen(program) && isOpen(process.execPath))('such a user has no place for a cache', () => {
  const module = new URL('../../../runtime/dist/cache/user-directory.js', import.meta.url).href
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import { userCacheDirectory } from '${module}'; console.log(typeof userCacheDirectory())`],
    { encoding: 'utf8', env: {}, uid: 54_321, gid: 54_321 },
  )
  expect({ stdout, stderr }).toEqual({ stdout: 'undefined\n', stderr: '' })
})

it.runIf(process.platform === 'linux')('a cache where nothing can be', () => {
  for (const odd of ['/proc/weldarray', '/proc/self/task', '/dev/null/x'])
    expect(run({ HOME, WELDARRAY_CACHE_DIR: odd }), odd).toEqual({ status: 0, stderr: '', json: right })
})

it('variables without meaning are told of, and the default holds', () => {
  const { status, stderr, json } = run({
    HOME,
    WELDARRAY_CACHE_DIR: 'off',
    WELDARRAY_THREADS: 'many',
    WELDARRAY_CHECK: 'perhaps',
  })
  expect({ status, json }).toEqual({ status: 0, json: right })
  expect(stderr).toMatch(/WELDARRAY_THREADS: got 'many', expected a whole number from 1 to 256; the default holds/)
  expect(stderr).toMatch(/WELDARRAY_CHECK: got 'perhaps'/)
})
