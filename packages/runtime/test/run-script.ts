import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  code: number | null
  json: unknown
  error: string
  /** From the script's last line of output to the end of its process. */
  exitMs: number
}

/** Runs a program of test/fixtures in a process of its own; the last line it prints is JSON. */
export function runScript(name: string, args: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  const script = fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, timeout: 60_000 })
  let out = ''
  let error = ''
  let last = 0
  child.stdout.on('data', (data) => {
    out += data
    last = performance.now()
  })
  child.stderr.on('data', (data) => (error += data))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const line = out.trim().split('\n').pop()
      let json: unknown
      try {
        json = line ? JSON.parse(line) : undefined
      } catch {
        json = line
      }
      resolve({ code, error, json, exitMs: performance.now() - last })
    })
  })
}
