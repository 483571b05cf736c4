// `node:worker_threads` for Piscina in the published package: its workers' script is text, which needs no file.
const threads = require('node:worker_threads')

class Worker extends threads.Worker {
  constructor(_file, options) {
    super(require('./pool-thread.cjs'), { ...options, eval: true })
  }
}

module.exports = { ...threads, Worker }
