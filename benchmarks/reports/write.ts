import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export function writeDoc(name: string, text: string): void {
  writeFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), `${text.trimEnd()}\n`)
  console.log(`wrote docs/${name}`)
}
