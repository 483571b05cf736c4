// SIMD instructions of a kernel's vector loop, from its text.

/**
 * Those between two stores: how many an element takes, and how many of them are divisions and square roots. Constants, loads and
 * stores are not counted, nor what is in a branch: all elements are taken to be ordinary.
 */
export function perElement(text, bytes) {
  const open = []
  let loop
  for (const [token] of text.matchAll(/\([^\s()]+|[()]/g)) {
    if (token === ')') {
      if (open.pop() === '(loop' && loop?.stores > 0) {
        const elements = (loop.stores * 16) / bytes
        return { all: loop.all / elements, slow: loop.slow / elements }
      }
      continue
    }
    open.push(token)
    if (token === '(loop') loop = { depth: open.length, all: 0, slow: 0, stores: 0 }
    if (loop === undefined || open.indexOf('(then', loop.depth) >= 0) continue
    if (token === '(v128.store') loop.stores++
    const [, name] = /^\((?:v128|[if]\d+x\d+)\.(\w+)/.exec(token) ?? []
    if (name === undefined || /^(const|load|store)/.test(name)) continue
    loop.all++
    if (name === 'div' || name === 'sqrt') loop.slow++
  }
  throw new Error('no vector loop')
}
