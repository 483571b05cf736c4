// Binaryen as the published package has it: of its 104 MB (nine programs, one module of 15) the module's WebAssembly, compressed to less
// than 2 MB, and the JavaScript around it. docs/adr/010-what-is-installed.md says why.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, constants } from 'node:zlib'
import { load } from './published/binaryen.js'

/** Above this, compressing takes minutes for a fifth less. */
const QUALITY = 5

/** Where the string that begins at `start` of a template ends. */
function endOfTemplate(text, start) {
  let at = start + 1
  while (text[at] !== '`') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/** The module as a script whose value is a function of Emscripten's settings, which promises its default export. */
function asScript(module) {
  const start = module.indexOf('`\\0asm')
  if (start < 0) throw new Error("Binaryen's module holds no WebAssembly: see build/binaryen.mjs")
  const replaced = (text, [pattern, by, times]) => {
    const found = text.match(pattern)?.length ?? 0
    if (found !== times)
      throw new Error(`Binaryen's module has ${found} places like ${pattern}, not ${times}: see build/binaryen.mjs`)
    return text.replace(pattern, by)
  }
  const steps = [
    [/await import\("node:module"\)/g, 'process.getBuiltinModule("node:module")', 1],
    // Of what it would read beside itself there is nothing.
    [/import\.meta\.url/g, '"file:///"', 2],
    [/await ([\w$]+)\(\)(?=,[\w$]+=[\w$]+;export)/g, 'await $1(settings)', 1],
    [/export\s*\{\s*([\w$]+) as default\s*\};?\s*$/g, 'return $1', 1],
  ]
  const text = `${module.slice(0, start)}''${module.slice(endOfTemplate(module, start))}`
  return `(async (settings) => {${steps.reduce(replaced, text)}\n})`
}

/** The bytes that a module instantiates while `run` runs. */
async function instantiated(run) {
  const { instantiate } = WebAssembly
  let found
  WebAssembly.instantiate = (bytes, imports) => {
    found = bytes
    return instantiate.call(WebAssembly, bytes, imports)
  }
  try {
    await run()
  } finally {
    WebAssembly.instantiate = instantiate
  }
  return found
}

/** The script, and the WebAssembly in base64. Fails unless they work. */
export async function packedBinaryen() {
  const wasm = await instantiated(() => import('binaryen'))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
  }
  const packed = {
    script: asScript(readFileSync(createRequire(import.meta.url).resolve('binaryen'), 'utf8')),
    wasm: brotliCompressSync(wasm, { params }).toString('base64'),
  }
  const module = new (await load(packed)).Module()
  if (!WebAssembly.validate(module.emitBinary())) throw new Error('what was made of Binaryen emits no module')
  return packed
}
