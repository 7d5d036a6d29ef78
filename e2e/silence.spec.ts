import { spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { Desk } from './pages/desk.ts'
import { expect, onElectron, test } from './support/app.ts'
import { refusedBy } from './support/refused.ts'

/*
 * An analyst's look-up is itself a leak, so a day's work may not make one. What is asked of the network is counted at a server
 * that waits for it on this machine, at the stand-in's network layer, and, where strace is there, at the system's own door.
 */
const canTrace = !onElectron && spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0

/**
 * Chromium connects UDP sockets to these, to see which of its own addresses would lead to the world: at its start, and when a page
 * speaks of WebRTC. Connecting one sends nothing, and no packet follows. Electron's does the same.
 */
const ownProbes = ['2001:4860:4860::8888', '8.8.8.8']

test(`a day’s work opens no connection and looks up no name${canTrace ? '' : ' (not traced: strace is not here)'}`, async ({
  launch,
}, info) => {
  test.setTimeout(150_000) // being traced costs its time
  const callers: string[] = []
  const server = createServer((socket) => {
    callers.push('tcp')
    socket.on('error', () => {}) // it may go while it is being turned away
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4', () => callers.push('udp')).bind(port, '127.0.0.1')
  mkdirSync(info.outputPath(), { recursive: true })
  const trace = info.outputPath('trace.txt')
  const article = info.outputPath('hostile.md')
  writeFileSync(article, hostileArticle(port))

  const app = await launch({
    args: [article],
    ...(canTrace ? { through: tracer(info.outputPath('node'), trace) } : {}),
  })
  const desk = await new Desk(app).opened()
  await expect(desk.text.getByRole('heading', { level: 1 })).toHaveText('The wire says')
  await desk.select('The first agency')
  await desk.tag('Claimed')
  await desk.writeNote(
    `![picture](http://127.0.0.1:${port}/a.png) <img src="http://127.0.0.1:${port}/b.png"> [link](https://127.0.0.1:${port}/)`,
  )
  await desk.markEntity('Kerman', 'place')
  await desk.markEntity('Tehran', 'place')
  await desk.select('Kerman answered Tehran')
  await desk.page.keyboard.press('r')
  await desk.relate('Kerman', 'answered', 'Tehran')
  for (const tab of ['Tags', 'Entities', 'Notes', 'Articles'] as const) await desk.tab(tab)
  await desk.exportNotes(join(app.documents, 'notes.md'))
  await expect(desk.page.getByRole('log')).toContainText('notes.md')
  for (let step = 0; step < 3; step++) await desk.page.keyboard.press('ControlOrMeta+z')
  await desk.page.evaluate(callOut, port)
  await desk.page.waitForTimeout(1500) // as long as WebRTC takes to gather what it would send

  expect(callers).toEqual([])
  expect(await refusedBy(app)).toEqual([])
  await app.close()
  server.close()
  datagrams.close()
  if (canTrace) expect(callsIn(readFileSync(trace, 'utf8'))).toEqual([])
})

/** A text full of what other programs would fetch. */
function hostileArticle(port: number): string {
  const at = `http://127.0.0.1:${port}`
  return `# The wire says

![](${at}/picture.png) <img src="${at}/beacon.gif"> <script src="${at}/s.js"></script> <link rel="dns-prefetch" href="//name.example">

The first agency wrote at ${at}/story that Kerman answered Tehran within a day. <iframe src="${at}"></iframe>

<meta http-equiv="refresh" content="0; url=${at}"> <svg><image href="${at}/x.svg"/></svg> [a link](${at}/link "title")
`
}

/** Runs in the page: all that a script in it could try that no content security policy speaks of. */
function callOut(port: number): void {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload', 'icon']) {
    const link = document.createElement('link')
    link.rel = rel
    link.href = `http://127.0.0.1:${port}/${rel}`
    document.head.append(link)
  }
  const hosts = [`127.0.0.1:${port}`, `name.example:${port}`]
  const iceServers = hosts.flatMap((host) => [
    { urls: `stun:${host}` },
    { urls: `turn:${host}?transport=udp`, username: 'a', credential: 'b' },
    { urls: `turn:${host}?transport=tcp`, username: 'a', credential: 'b' },
    { urls: `turns:${host}?transport=tcp`, username: 'a', credential: 'b' },
  ])
  for (const world of [window, frame.contentWindow] as (typeof globalThis | null)[]) {
    if (!world?.RTCPeerConnection) continue
    const peer = new world.RTCPeerConnection({ iceServers })
    peer.createDataChannel('words')
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  }
  // A frame of its own, whose policy is still the page's.
  void (frame.contentWindow as typeof globalThis | null)
    ?.fetch(`http://127.0.0.1:${port}/frame`)
    .catch(() => {})
  const transport = (globalThis as { WebTransport?: new (url: string) => { ready: Promise<void> } })
    .WebTransport
  if (transport) new transport(`https://127.0.0.1:${port}/`).ready.catch(() => {})
}

/** A program in the place of Node that traces it and all it starts, and answers its path. */
function tracer(program: string, trace: string): string {
  const calls = 'connect,sendto,sendmmsg'
  writeFileSync(
    program,
    `#!/bin/sh\nexec strace -f --seccomp-bpf -qq -yy -e signal=none -e trace=${calls} -o '${trace}' '${process.execPath}' "$@"\n`,
    { mode: 0o755 },
  )
  return program
}

/** The lines of a trace that send something to the network, or ask whoever looks names up. */
function callsIn(trace: string): string[] {
  return trace.split('\n').filter((line) => {
    if (/nscd|systemd\/resolve|mDNSResponder|avahi/u.test(line)) return true
    if (!/sa_family=AF_INET|<(?:TCP|UDP|RAW|ICMP)/u.test(line)) return false
    return !(/ connect\(\d+<UDP/u.test(line) && ownProbes.some((address) => line.includes(`"${address}"`)))
  })
}
