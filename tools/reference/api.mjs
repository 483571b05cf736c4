// What the published declarations offer, with the comments that hovers show: every export, every member of a class or of a
// namespace. The reference's tests and the examples go through this list.
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ts = createRequire(import.meta.url)('typescript')

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const lib = join(root, 'packages/weldarray/lib')

/** Namespaces that are walked into, and classes whose members are listed. */
const isNamespace = (symbol) => (symbol.flags & ts.SymbolFlags.ValueModule) !== 0

/**
 * Each entry: its path (`linalg.inv`, `ndarray.sum`), its comment as text, its examples, what it says it throws, and whether it is a type alone.
 * An alias (`np.abs` of `absolute`) has the comment of what it stands for.
 */
export function publicApi(entry = join(lib, 'index.d.mts')) {
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    skipLibCheck: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const found = []
  const seen = new Set()

  const own = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol)
  const isOurs = (symbol) => symbol.declarations?.some((d) => d.getSourceFile().fileName.startsWith(lib)) ?? false

  function add(path, symbol) {
    const tags = symbol.getJsDocTags(checker)
    found.push({
      path,
      symbol,
      isType: (symbol.flags & ts.SymbolFlags.Value) === 0,
      says: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      examples: tags.filter((tag) => tag.name === 'example').map((tag) => ts.displayPartsToString(tag.text)),
      throws: tags.filter((tag) => tag.name === 'throws').map((tag) => ts.displayPartsToString(tag.text)),
      isInternal: tags.some((tag) => tag.name === 'internal'),
      file: relative(root, symbol.declarations?.[0]?.getSourceFile().fileName ?? ''),
    })
  }

  function members(path, symbol) {
    for (const type of [checker.getDeclaredTypeOfSymbol(symbol), checker.getTypeOfSymbol(symbol)])
      for (const member of checker.getPropertiesOfType(type)) {
        const flags = ts.getCombinedModifierFlags(member.valueDeclaration ?? member.declarations?.[0] ?? symbol.declarations[0])
        if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) continue
        if (!isOurs(member) || member.name === 'prototype' || member.name.startsWith('__')) continue
        add(`${path}.${member.name}`, member)
      }
  }

  function walk(module, prefix) {
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = own(exported)
      const path = `${prefix}${exported.name}`
      if (exported.name === 'default' || !isOurs(symbol)) continue
      if (isNamespace(symbol) && !(symbol.flags & ts.SymbolFlags.Function)) {
        walk(symbol, `${path}.`)
        continue
      }
      add(path, symbol)
      if (symbol.flags & ts.SymbolFlags.Class && !seen.has(symbol)) {
        seen.add(symbol)
        members(path, symbol)
      }
    }
  }
  walk(checker.getSymbolAtLocation(program.getSourceFile(entry)), '')
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { path, isType, says, examples } of publicApi())
    console.log(
      `${isType ? 'T' : ' '} ${says === '' ? 'bare' : '    '} ${examples.length === 0 ? 'no example' : '          '} ${path}`,
    )
