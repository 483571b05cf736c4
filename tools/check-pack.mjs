// Checks the package as it would be published: publint and @arethetypeswrong/cli on the packed tarball.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'weldarray-pack-'))

function run(command, args, options) {
  const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8', ...options })
  if (error) throw error
  return { ok: status === 0, stdout }
}

try {
  const packed = run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(root, 'packages/weldarray'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!packed.ok) throw new Error('npm pack failed')
  const [{ filename, size, unpackedSize, entryCount }] = Object.values(JSON.parse(packed.stdout))
  console.log(
    `${filename}: ${entryCount} files, ${Math.ceil(size / 1024)} KiB packed, ${Math.ceil(unpackedSize / 1024)} KiB unpacked`,
  )
  const tarball = join(folder, filename)
  const bin = (name) => join(root, 'node_modules/.bin', name)
  const results = [
    run(bin('publint'), ['run', tarball, '--strict'], { stdio: 'inherit' }),
    run(bin('attw'), [tarball, '--no-emoji'], { stdio: 'inherit' }),
  ]
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
