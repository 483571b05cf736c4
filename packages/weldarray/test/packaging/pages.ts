import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ts } from '../../../../tools/reference/api.mjs'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Pages for users whose code is run, and what stands before each block of theirs that uses names it does not make. */
export const pages: Readonly<Record<string, string>> = {
  'README.md': '',
  'docs/from-numpy.md': '',
  'docs/from-ndarray.md': '',
  'docs/fast-programs.md': '',
  'docs/migrating-from-ndarray.md': '',
  'docs/functions.md': 'const [a, b] = [np.array([8, 9]), np.array([2, 20])]; const x = np.ones([2, 3])',
  'docs/compile.md': 'let u = np.ones(4); const v = np.ones(4)',
  'docs/arguments.md': 'const x = np.ones([2, 3])',
}

/** What tables of code have to work with. */
export const tables: Readonly<Record<string, string>> = {
  'docs/from-numpy.md':
    "const square = np.arange(1, 26).reshape(5, 5); let [a, b, x] = [square, square.clone(), square]; const mask = a.gt(12); const idx = np.array([0, 2], 'int64')",
  'docs/from-ndarray.md':
    'let [a, b] = [np.arange(1, 10).reshape(3, 3), np.arange(9).reshape(3, 3)]; let c = np.zeros([3, 3]); const data = new Float64Array(6); const shape = [2, 3]',
}

export interface Block {
  readonly name: string
  readonly code: string
}

const textOf = (page: string): string => readFileSync(`${root}/${page}`, 'utf8')

/** The code blocks of a page, `ts` and `js`. Large sizes are made small. */
export const blocksOf = (page: string): Block[] =>
  [...textOf(page).matchAll(/^```(ts|js)\n(.*?)^```/gms)].map(([, , code], i) => ({
    name: `${page}, block ${i + 1}`,
    code: code!.replaceAll('10_000_000', '10_000'),
  }))

/** The code in the second column of a page's tables, cell by cell. */
export const cellsOf = (page: string): Block[] =>
  [...textOf(page).matchAll(/^\| `.*?` .*?\| (.*) \|$/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, code]) => ({ name: code!, code: code! })),
  )

/** A block without its imports, in which every expression that has its value beside it, as a comment, is compared with it. */
export function runnable(code: string): string {
  const file = ts.createSourceFile('page.ts', code, ts.ScriptTarget.ESNext, true)
  let text = ''
  let end = 0
  const put = (node: { getStart(): number; getEnd(): number }, instead: string): void => {
    text += code.slice(end, node.getStart()) + instead
    end = node.getEnd()
  }
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) put(statement, '')
    const shown = /^[ \t]*\/\/ (.*)/.exec(code.slice(statement.getEnd()))?.[1]
    if (shown === undefined || !ts.isExpressionStatement(statement)) continue
    const { expression } = statement
    const printed = ts.isCallExpression(expression) && expression.expression.getText() === 'console.log'
    const value = (printed ? expression.arguments[0] : expression).getText()
    put(statement, `shown(${value}, ${JSON.stringify(shown)})`)
  }
  text += code.slice(end)
  return ts.transpileModule(text.replace(/^export /gm, ''), { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText
}

/** What the strict compiler says of blocks, each a module of its own, over the published declarations. */
export function complaints(folder: string, files: readonly string[]): string[] {
  const lib = `${root}/packages/weldarray/lib`
  const program = ts.createProgram([...files], {
    ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, strict: true, skipLibCheck: true, noEmit: true },
    ...{ types: ['node'], typeRoots: [`${root}/node_modules/@types`] },
    paths: { weldarray: [`${lib}/index.d.mts`], 'weldarray/ops': [`${lib}/ops.d.mts`] },
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      (d: { messageText: never; file?: { fileName: string } }) =>
        `${d.file?.fileName.slice(folder.length)}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`,
    )
}
