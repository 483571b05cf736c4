// The thin entry files in lib/: CommonJS ones pick from the main bundle, ES modules re-export those by name.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { lib } from './paths.mjs'

const require = createRequire(import.meta.url)

// The constructor function carries every NumPy-style name; those a function already owns (name, length) cannot just be assigned, which
// for the others takes a quarter of the time.
const indexCommonJs = `'use strict'
const { api } = require('./weldarray.cjs')
const ndarray = api.default
for (const name of Object.keys(api)) {
  if (name === 'default') continue
  if (Object.hasOwn(ndarray, name))
    Object.defineProperty(ndarray, name, { value: api[name], writable: true, enumerable: true, configurable: true })
  else ndarray[name] = api[name]
}
module.exports = ndarray
`

const pick = (name) => `'use strict'\nmodule.exports = require('./weldarray.cjs').${name}\n`

/** `export const x = …` for every name, through aliases, since \`delete\` and the like are fine as names of exports only. */
function reExports(object, names) {
  const isIdentifier = /^[A-Za-z_$][\w$]*$/
  for (const name of names) if (!isIdentifier.test(name)) throw new Error(`cannot re-export ${JSON.stringify(name)}`)
  return [
    ...names.map((name, i) => `const _${i} = ${object}.${name}`),
    `export {\n${names.map((name, i) => `  _${i} as ${name},\n`).join('')}}`,
    '',
  ].join('\n')
}

export function writeEntries() {
  const write = (name, text) => writeFileSync(join(lib, name), text)
  write('index.cjs', indexCommonJs)
  write('ops.cjs', pick('ops.default'))
  write('ir.cjs', pick('ir'))
  // For the command, not for users.
  write('tools.cjs', "'use strict'\nconst { api, tools } = require('./weldarray.cjs')\nmodule.exports = { ...tools, np: api }\n")
  const { api, ops, ir } = require(join(lib, 'weldarray.cjs'))
  const named = (namespace) => Object.keys(namespace).filter((name) => name !== 'default')
  if (typeof api.default !== 'function')
    throw new Error('packages/weldarray/src/index.ts has no default export that is a function')
  write('index.mjs', `import ndarray from './index.cjs'\nexport default ndarray\n${reExports('ndarray', named(api))}`)
  write('ops.mjs', `import ops from './ops.cjs'\nexport default ops\n${reExports('ops', named(ops.default))}`)
  write('ir.mjs', `import ir from './ir.cjs'\n${reExports('ir', named(ir))}`)
}
