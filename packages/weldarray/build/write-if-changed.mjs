import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Writes a file, unless it has the text: untouched where nothing changed, so that the compiler has nothing to do. */
export function writeIfChanged(file, text) {
  if (!(existsSync(file) && readFileSync(file, 'utf8') === text)) writeFileSync(file, text)
}
