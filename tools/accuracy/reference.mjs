// Results of other programs for an array of arguments (pairs for functions of two).
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function ask(python, script, name, args) {
  const dir = mkdtempSync(join(tmpdir(), 'weld-accuracy-'))
  try {
    const [source, target] = [join(dir, 'in'), join(dir, 'out')]
    writeFileSync(source, args)
    execFileSync(python, [join(import.meta.dirname, script), name, source, target], { stdio: 'inherit' })
    if (!existsSync(target)) return undefined
    const bytes = readFileSync(target)
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** Exact values from MPFR: for each point the nearest double and what is left in units of its last place. */
export const reference = (name, args) => ask(process.env.PYTHON ?? '/usr/bin/python3', 'reference.py', name, args)

/** NumPy's results, or undefined where it has no such function. */
export const numpy = (name, args) => ask(process.env.NUMPY, 'numpy_results.py', name, args)
