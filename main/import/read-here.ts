import { EventEmitter } from 'node:events'
import { TroubleError } from '../trouble.ts'
import { draftOf, type ReadRequest } from './draft-of.ts'
import type { ReaderProcess } from './read-apart.ts'

/** For tests of what is done with articles: reads in this process, where starting one for each would be most of the test. */
export function readHere(): ReaderProcess {
  const reader = new EventEmitter()
  const answer = (request: ReadRequest) =>
    draftOf(request).then(
      (draft) => reader.emit('message', { draft }),
      (error) =>
        error instanceof TroubleError
          ? reader.emit('message', { trouble: error.trouble })
          : reader.emit('exit'),
    )
  return Object.assign(reader, {
    postMessage: (request: ReadRequest) => void answer(request),
    kill: () => true,
  })
}
