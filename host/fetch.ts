import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import { closed } from './closed.ts'

interface Paused {
  requestId: string
  frameId: string
  resourceType: string
  request: {
    url: string
    method: string
    headers: Record<string, string>
    postDataEntries?: { bytes?: string }[]
  }
}
type Handler = (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>

/** Asked when a frame is about to go elsewhere. `opens` is asked about a window that its page wants opened. */
export interface Gate {
  allows(url: string): boolean
  opens(url: string): void
}

/** The gates of the windows' frames, by the browser's id of the frame. */
export const gates = new Map<string, Gate>()

/** Every address that was asked for and belongs to no scheme of the app. Nothing is ever fetched from there. */
export const refused: string[] = []

const handlers = new Map<string, Handler>()

export const protocol = closed('protocol', {
  registerSchemesAsPrivileged(): void {
    // Every scheme is served as https, which has all the privileges there are.
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`)
    handlers.set(scheme, handler)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>)

export const blankUrl = 'https://blank.host.invalid/'

// A browser knows no foreign schemes, so app://name stands as https://name.app.invalid in it.
export const outside = (url: string): string =>
  url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/iu, (whole, scheme: string, host: string) =>
    handlers.has(scheme) ? `https://${host}.${scheme}.invalid` : whole,
  )

export const inside = (url: string): string =>
  url.replace(
    /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(?=[/?#]|$)/iu,
    (whole, host: string, scheme: string) => (handlers.has(scheme) ? `${scheme}://${host}` : whole),
  )

/** Answers every request of every window and worker. To be called before any page of the app is loaded. */
export async function answerRequests(session: CDPSession): Promise<void> {
  session.on('Fetch.requestPaused', (event) => {
    // A request whose page has gone in the meantime needs no answer
    answer(session, event).catch(() => {})
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answer(
  session: CDPSession,
  { requestId, frameId, resourceType, request }: Paused,
): Promise<void> {
  const fulfill = (status: number, headers: { name: string; value: string }[], body: Uint8Array) =>
    session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: headers,
      body: Buffer.from(body).toString('base64'),
    })
  if (request.url.startsWith(blankUrl))
    return void (await fulfill(
      200,
      [{ name: 'content-type', value: 'text/html' }],
      Buffer.from('<!doctype html>'),
    ))
  const url = inside(request.url)
  if (resourceType === 'Document' && !(await mayNavigate(session, frameId, url)))
    // "No content" leaves the page as it is, where a failure would put an error page in its place
    return void (await fulfill(204, [], Buffer.alloc(0)))
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (!handler) {
    refused.push(request.url)
    return void (await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }))
  }
  const response = await respond(handler, url, request)
  const headers = [...response.headers].map(([name, value]) => ({ name, value }))
  await fulfill(response.status, headers, new Uint8Array(await response.arrayBuffer()))
}

async function respond(handler: Handler, url: string, request: Paused['request']) {
  const { method, headers, postDataEntries } = request
  const parts = postDataEntries?.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'))
  try {
    return await handler(new Request(url, { method, headers, body: parts ? Buffer.concat(parts) : null }))
  } catch (error) {
    console.error(error)
    return new Response('The handler of this scheme failed', { status: 500 })
  }
}

async function mayNavigate(session: CDPSession, frameId: string, url: string): Promise<boolean> {
  const gate = gates.get(frameId)
  if (gate) return gate.allows(url)
  const { targetInfos } = await session.send('Target.getTargets')
  const target = targetInfos.find(({ targetId, type }) => targetId === frameId && type === 'page')
  if (!target) return true // a frame within a page
  // A window that a page opens is not ours: its page is told, and the window goes.
  gates.get(target.openerId ?? '')?.opens(url)
  await session.send('Target.closeTarget', { targetId: frameId })
  return false
}
