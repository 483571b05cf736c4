// What programs see of the package is what its sources export: names in their order, functions' names and lengths, and which are the same.
import { createRequire } from 'node:module'
import * as compiled from '../../dist/index.js'

const published = createRequire(import.meta.url)('../../lib/index.cjs')

/** A line for each thing that is reached by names: what it is, and by which names. */
function surfaceOf(root) {
  const names = new Map()
  const visit = (object, at) => {
    for (const name of Object.keys(object)) {
      const value = object[name]
      if (value === null || !['object', 'function'].includes(typeof value)) continue
      const known = names.get(value)
      if (known) known.push(`${at}.${name}`)
      else {
        names.set(value, [`${at}.${name}`])
        if (typeof value === 'object' && !Array.isArray(value)) visit(value, `${at}.${name}`)
      }
    }
  }
  visit(root, 'np')
  return [...names].map(([value, paths]) => {
    const declared = value[Symbol.for('weldarray.declaration')]
    return `${paths.join(' = ')}: ${typeof value === 'function' ? `${value.length} ${declared ?? ''}` : 'object'}`
  })
}

const { default: _, ...exported } = compiled
console.log(JSON.stringify([surfaceOf(exported).sort(), surfaceOf({ ...published }).sort()]))
process.exit(0)
