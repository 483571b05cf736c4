// What TypeScript knows of the results of expressions, by the published declarations: the dtypes that arrays may have, in lists and
// objects too. The test of static dtypes compares it with what comes out.
import { join } from 'node:path'
import { root, ts } from './api.mjs'

const FILE = join(root, 'packages/weldarray/test/expressions.generated.ts')
const OPTIONS = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  strict: true,
  skipLibCheck: true,
  types: [],
  noEmit: true,
}

/**
 * For each expression its type, or the complaint about it. `head` comes before all of them, after `import * as np`. A type is
 * `any`, one kind of value by its name (`number`, `string`), or `{ dtypes }`, `{ list }` of one type or of one for each place, `{ members }`.
 */
export function typesOf(head, expressions) {
  const lib = join(root, 'packages/weldarray/lib/index.mjs')
  const start = `import * as np from ${JSON.stringify(lib)}\n${head}\n`
  const text = start + expressions.map((e, i) => `export const r${i} = ${e}\n`).join('')
  const host = ts.createCompilerHost(OPTIONS)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => name === FILE || fileExists.call(host, name)
  host.readFile = (name) => (name === FILE ? text : readFile.call(host, name))
  host.getSourceFile = (name, ...rest) =>
    name === FILE ? ts.createSourceFile(FILE, text, OPTIONS.target) : getSourceFile.call(host, name, ...rest)
  const program = ts.createProgram([FILE], OPTIONS, host)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(FILE)
  const first = start.split('\n').length - 1
  const complaints = new Map()
  for (const d of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
    const line = source.getLineAndCharacterOfPosition(d.start).line - first
    if (!complaints.has(line)) complaints.set(line, ts.flattenDiagnosticMessageText(d.messageText, ' '))
  }
  const exported = new Map(checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((s) => [s.name, s]))
  return expressions.map((_, i) =>
    complaints.has(i)
      ? { complaint: complaints.get(i) }
      : { type: described(checker, checker.getTypeOfSymbol(exported.get(`r${i}`)), 0) },
  )
}

const literals = (type) => (type.isUnion() ? type.types : [type]).map((t) => (t.isStringLiteral() ? t.value : 'any'))

function described(checker, type, depth) {
  const { flags } = type
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown) || depth > 4) return 'any'
  if (flags & ts.TypeFlags.BooleanLike) return 'boolean'
  if (type.isUnion()) return { union: type.types.map((t) => described(checker, t, depth)) }
  if (flags & ts.TypeFlags.NumberLike) return 'number'
  if (flags & ts.TypeFlags.BigIntLike) return 'bigint'
  if (flags & ts.TypeFlags.StringLike) return 'string'
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return 'undefined'
  if (flags & ts.TypeFlags.Null) return 'null'
  if (checker.isTupleType(type)) return { places: checker.getTypeArguments(type).map((t) => described(checker, t, depth + 1)) }
  if (checker.isArrayType(type)) return { list: described(checker, checker.getTypeArguments(type)[0], depth + 1) }
  const dtype = type.getProperty('dtype')
  if (dtype !== undefined && type.getProperty('strides') !== undefined)
    return { dtypes: literals(checker.getTypeOfSymbol(dtype)) }
  const members = type.getProperties().map((p) => [p.name, described(checker, checker.getTypeOfSymbol(p), depth + 1)])
  return { members: Object.fromEntries(members), name: type.symbol?.name }
}
