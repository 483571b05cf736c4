// Installs the dependencies when node_modules is missing or does not match package-lock.json. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** npm writes what it installed into node_modules/.package-lock.json. Optional packages may be absent: they are per platform. */
function isStale(wanted, installed) {
  return Object.entries(wanted).some(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || optional) return false
    return link ? !installed[path]?.link : installed[path]?.version !== version
  })
}

function npm(...args) {
  console.error(`> npm ${args.join(' ')}`)
  const { status, error } = spawnSync('npm', [...args, '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

const installed = packagesIn('node_modules/.package-lock.json')
if (!installed) npm('ci')
else if (isStale(packagesIn('package-lock.json'), installed)) npm('install')
