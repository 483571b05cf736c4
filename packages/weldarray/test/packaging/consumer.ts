import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from './nodes.js'

/** Packs weldarray, installs the tarball into an empty folder, and puts programs beside it. */
export function installPackage(programs: URL): string {
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-consumer-'))
  const packageRoot = fileURLToPath(new URL('../..', import.meta.url))
  const [{ filename }] = Object.values(JSON.parse(npm(['pack', '--json', '--pack-destination', folder], packageRoot))) as [
    { filename: string },
  ]
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--ignore-scripts', `./${filename}`], folder)
  cpSync(fileURLToPath(programs), folder, { recursive: true })
  return folder
}

/** Runs Node in a folder, with an empty kernel cache of the folder's own. */
export function run(node: string, args: string[], folder: string): { status: number | null; output: string } {
  const env = { ...process.env, WELDARRAY_CACHE_DIR: join(folder, 'cache'), WELDARRAY_THREADS: '2' }
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, env, encoding: 'utf8', timeout: 100_000 })
  return { status, output: stdout + stderr }
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })
