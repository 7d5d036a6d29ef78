import type { IpcMainInvokeEvent } from 'electron'

/** Only the top frame of a window of ours may call, and only while our page is in it; a frame that is gone (null) may not. */
export function isSentBy(event: IpcMainInvokeEvent, isWindow: boolean, pageUrl: string): boolean {
  const { sender, senderFrame } = event
  return isWindow && senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url === pageUrl
}
