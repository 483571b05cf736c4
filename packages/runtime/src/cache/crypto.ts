/** `node:crypto`, loaded when a kernel is first looked up: it takes longer to load than all of this library's modules. */
export const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto')
