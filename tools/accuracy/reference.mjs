// Exact values from reference.py (MPFR): for each point the nearest double and what is left in units of its last place.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function reference(name, args) {
  const dir = mkdtempSync(join(tmpdir(), 'weld-accuracy-'))
  try {
    writeFileSync(join(dir, 'in'), args)
    const script = join(import.meta.dirname, 'reference.py')
    execFileSync(process.env.PYTHON ?? '/usr/bin/python3', [script, name, join(dir, 'in'), join(dir, 'out')], {
      stdio: 'inherit',
    })
    const bytes = readFileSync(join(dir, 'out'))
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  } finally {
    rmSync(dir, { recursive: true })
  }
}
