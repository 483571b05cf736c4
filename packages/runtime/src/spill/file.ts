import { randomBytes } from 'node:crypto'
import { closeSync, constants, ftruncateSync, openSync, readSync, statfsSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SpillError } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { ALIGN, type Chunk } from '../heap/free-chunks.js'
import { Space } from '../heap/space.js'

/** Room in the file is given out in pages; to `Space` a page is its smallest unit. */
const PAGE = 4096
/** Bytes of one call of the system: it may not be asked for more than 2 GiB, and other threads' files wait meanwhile. */
const CALL = 64 * 2 ** 20
/** The part of what is free on the file system that the file may take. */
const PART = 0.5
/** What `Space` can keep account of. */
const MOST = 2 ** 38

const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants

/** Where something is in the file. */
export interface Extent {
  readonly chunk: Chunk
  readonly bytes: number
}

const failed = (what: string, error: unknown): SpillError =>
  new SpillError(
    `the file for what does not fit into memory could not be ${what} (${error instanceof Error ? error.message : error}). ` +
      "Its folder is the system's for temporary files (TMPDIR); configure({ spill: false }) does without it",
    { cause: error },
  )

/**
 * A file of this process alone: it can be read by its user only, and has no name from the moment it is open, so that it is gone with the
 * process, however that ends.
 */
class SpillFile {
  readonly #fd: number
  readonly #space = new Space(0)
  #extents = 0
  /** Bytes there is room for. */
  readonly #most: number

  constructor() {
    const folder = tmpdir()
    const path = join(folder, `weldarray-${process.pid}-${randomBytes(12).toString('hex')}`)
    let fd: number | undefined
    try {
      fd = openSync(path, O_RDWR | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600)
      unlinkSync(path)
      const { bavail, bsize } = statfsSync(folder)
      this.#most = Math.min(MOST, bavail * bsize * PART)
    } catch (error) {
      if (fd !== undefined) closeSync(fd)
      throw failed('opened', error)
    }
    this.#fd = fd
  }

  /** A place for so many bytes; undefined if the limit is reached. */
  take(bytes: number): Extent | undefined {
    const size = Math.ceil(bytes / PAGE) * ALIGN
    let chunk = this.#space.take(size)
    if (chunk === undefined) {
      if ((this.#space.topAfter(size) / ALIGN) * PAGE > Math.min(this.#most, settings.spill)) return undefined
      chunk = this.#space.extend(size)
    }
    this.#extents++
    return { chunk, bytes }
  }

  /** Gives a place back; the disk's, when nothing is in the file any more. */
  release({ chunk }: Extent): void {
    // (What gives back may need no memory: it is done where nobody expects an error.)
    this.#space.release(chunk)
    if (--this.#extents > 0) return
    this.#space.restart()
    try {
      ftruncateSync(this.#fd, 0)
    } catch {
      // What is there is written over.
    }
  }

  write(extent: Extent, from: Uint8Array): void {
    this.#move('written', extent, 0, from.length, (at, n, to) => writeSync(this.#fd, from, at, n, to))
  }

  /** Fills `to` with what is there, from so many bytes on. */
  read(extent: Extent, to: Uint8Array, skip = 0): void {
    this.#move('read', extent, skip, to.length, (at, n, from) => readSync(this.#fd, to, at, n, from))
  }

  #move(
    what: string,
    { chunk }: Extent,
    skip: number,
    bytes: number,
    call: (at: number, n: number, place: number) => number,
  ): void {
    const start = (chunk.address / ALIGN) * PAGE + skip
    try {
      for (let at = 0; at < bytes; ) {
        const n = call(at, Math.min(CALL, bytes - at), start + at)
        if (n <= 0) throw new Error('it ends too soon')
        at += n
      }
    } catch (error) {
      throw failed(what, error)
    }
  }
}

let file: SpillFile | undefined

/** This thread's file, made when it is first needed. Throws `SpillError`. */
export function spillFile(): SpillFile {
  file ??= new SpillFile()
  return file
}
