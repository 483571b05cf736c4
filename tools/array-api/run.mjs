import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * Runs the conformance suite of the Python array API (github.com/data-apis/array-api-tests, cloned with its submodule) against weldarray:
 * `npm run test:array-api -- CLONE`, with more arguments for pytest. Needs Python 3 with the suite's requirements.
 */
const [clone, ...rest] = process.argv.slice(2)
if (clone === undefined) throw new Error('expected the path of a clone of array-api-tests')

const here = fileURLToPath(new URL('.', import.meta.url))
const suite = mkdtempSync(join(tmpdir(), 'array-api-tests-'))
try {
  cpSync(clone, suite, { recursive: true, filter: (path) => !path.endsWith('.git') })
  // It can be told to leave dtypes out, but asks for the widest complex one.
  const dtypes = join(suite, 'array_api_tests', 'dtype_helpers.py')
  writeFileSync(
    dtypes,
    readFileSync(dtypes, 'utf8').replace('for dt in complex_dtypes]', 'for dt in complex_dtypes or real_float_dtypes]'),
  )
  const options = ['--disable-deadline', '-q', '--xfails-file', join(here, 'absent.txt'), '-k', 'not (test_unary and imag)']
  const { status } = spawnSync('python3', ['-m', 'pytest', 'array_api_tests', ...options, ...rest], {
    cwd: suite,
    stdio: 'inherit',
    env: {
      ...process.env,
      PYTHONPATH: [here, process.env.PYTHONPATH ?? []].flat().join(':'),
      PYTHONDONTWRITEBYTECODE: '1',
      ARRAY_API_TESTS_MODULE: 'weldarray',
      ARRAY_API_TESTS_VERSION: '2024.12',
      ARRAY_API_TESTS_SKIP_DTYPES: 'complex64,complex128',
    },
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(suite, { recursive: true })
}
