import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { ReadRequest } from './import/draft-of.ts'

/**
 * What runs in the process that reads one article (import/read-apart.ts says why there is one). The work is done in a thread,
 * since only a thread can be given a memory limit there: Electron makes the process's own heap before it looks at V8's flags.
 */
const MEMORY = {
  // In MB. Pages of 20 MB that are no trap take up to 500. A test asks for less.
  maxOldGenerationSizeMb: Number(process.argv[2] ?? 768),
  maxYoungGenerationSizeMb: 64,
  stackSizeMb: 4,
}

/** In bytes, of the process as a whole: a thread's limit counts no buffer outside of V8's heap, where archives unpack. */
const MOST_IN_ALL = 1500 * 1024 * 1024
/** In milliseconds. A buffer of a gigabyte takes longer to fill. */
const LOOK_EVERY = 50

if (isMainThread) process.parentPort.once('message', ({ data }) => readInThread(data))
else void read(workerData)

function readInThread(request: ReadRequest): void {
  const transferList = request.kind === 'pasted' ? [] : [request.bytes.buffer]
  const thread = new Worker(new URL(import.meta.url), {
    workerData: request,
    transferList,
    resourceLimits: MEMORY,
  })
  setInterval(() => {
    if (process.memoryUsage.rss() > MOST_IN_ALL) process.exit(1)
  }, LOOK_EVERY)
  // Whoever asked ends this process when the answer is there.
  thread.once('message', (answer) => process.parentPort.postMessage(answer))
  thread.once('error', (error) => {
    console.error(error)
    process.exit(1)
  })
}

async function read(request: ReadRequest): Promise<void> {
  // Loaded here alone: the other thread only waits.
  const [{ draftOf }, { TroubleError }] = await Promise.all([
    import('./import/draft-of.ts'),
    import('./trouble.ts'),
  ])
  try {
    parentPort?.postMessage({ draft: await draftOf(request) })
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
    parentPort?.postMessage({ trouble: error.trouble })
  }
}
