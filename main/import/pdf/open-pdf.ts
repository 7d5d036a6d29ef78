import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { TroubleError } from '../../trouble.ts'

/** Opens a PDF with PDF.js (Mozilla), in this thread: whoever reads a stranger's file is in a process of its own already. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // Where this is set, PDF.js starts no thread of its own, for which it would look for a file beside itself.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  try {
    return await getDocument({
      data: bytes,
      verbosity: 0,
      // Only words are wanted: no script, form, picture or font is made ready, and nothing is fetched.
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
    }).promise
  } catch (error) {
    throw troubleOf(error)
  }
}

function troubleOf(cause: unknown): TroubleError {
  if (cause instanceof Error && cause.name === 'PasswordException')
    return new TroubleError(
      'file-locked',
      'This PDF is protected with a password. Nothing was added to the case.',
      'Open it with its password, and save or print it as a PDF without one.',
      cause,
    )
  return damagedPdf(cause)
}

export function damagedPdf(cause?: unknown): TroubleError {
  return new TroubleError(
    'pdf-damaged',
    'This PDF is damaged, or is none. Nothing was added to the case.',
    'Open it in another program and print it as a PDF, or copy the words and paste them.',
    cause,
  )
}
