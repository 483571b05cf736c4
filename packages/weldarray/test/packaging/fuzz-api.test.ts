import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { publicApi } from '../../../../tools/reference/api.mjs'

interface Target {
  readonly name: string
}
const load = (path: string): Promise<never> => import(new URL(`../../../../${path}`, import.meta.url).href) as Promise<never>

/** Objects of which methods are called, and the classes they have them from. */
const KINDS: Readonly<Record<string, string>> = {
  ndarray: 'ndarray',
  At: 'at',
  'random.Generator': 'rng',
  'random.RandomState': 'legacy',
  ...Object.fromEntries(
    ['Series', 'Polynomial', 'Chebyshev', 'Legendre', 'Laguerre', 'Hermite', 'HermiteE'].map((name) => [
      `polynomial.${name}`,
      'poly',
    ]),
  ),
}
/** What changes the process, and what only says what went wrong. */
const NOT_CALLED =
  /^(configure|shutdown|stats|set_printoptions|reset_printoptions|NdArray|ndarray|default|(linalg\.)?\w*Error(\..*)?)$/

/** Not what a getter gives. */
function isMethod(of: object, name: string): boolean {
  for (let o: object | null = of; o !== null; o = Object.getPrototypeOf(o) as object | null) {
    const found = Object.getOwnPropertyDescriptor(o, name)
    if (found !== undefined) return typeof found.value === 'function'
  }
  return false
}

test('what is fuzzed is everything that can be called', async () => {
  const np = (await load('packages/weldarray/lib/index.mjs')) as Record<string, unknown>
  const { targetsOf } = (await load('tools/fuzz/targets.mjs')) as { targetsOf: (of: object) => Target[] }
  const targets = new Set(targetsOf(np).map((t) => t.name))
  const at = (path: string): unknown =>
    path.split('.').reduce((o, part) => (o as Record<string, unknown> | undefined)?.[part], np as unknown)
  const left = publicApi()
    .filter((e) => !e.isType && !e.isInternal && !NOT_CALLED.test(e.path))
    .filter(({ path }) => {
      const [owner, member] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.') + 1)]
      const kind = KINDS[owner]
      const own = (at(owner) as { prototype?: object } | undefined)?.prototype
      if (kind !== undefined && own !== undefined && member in own)
        return isMethod(own, member) && !targets.has(`${kind}#${member}`)
      return typeof at(path) === 'function' && !targets.has(`np.${path}`)
    })
  expect(left.map((e) => e.path)).toEqual([])
  for (const name of [
    'np.add.reduce',
    'np.sin.at',
    'np.polynomial.legendre.legfit',
    'np.polynomial.Chebyshev.fit',
    'np.lib.stride_tricks.as_strided',
  ])
    expect(targets).toContain(name)
  expect(targets.size).toBeGreaterThan(1200)
})

// The long run is `npm run fuzz`; a fault is printed with the command that makes its call again.
test('every export and method ends in a value or a typed error, whatever it is given', () => {
  const script = fileURLToPath(new URL('../../../../tools/fuzz-api.mjs', import.meta.url))
  const run = spawnSync(process.execPath, [script, '--calls', '2500', '--seed', '1'], { encoding: 'utf8' })
  expect(run.stdout.replace(/^seed \d+\n/, '') + run.stderr).toBe('2500 calls, 0 faults\n')
})
