import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'

/**
 * The file below `root` that an address's path names, links on the way followed; null where there is none or it lies
 * elsewhere. `pathname` is percent-encoded, as it stands in an address.
 */
export async function fileInside(root: string, pathname: string): Promise<string | null> {
  try {
    const name = decodeURIComponent(pathname)
    // A colon would name a drive or a stream on Windows.
    if (/[\0\\:]/u.test(name) || name.split('/').includes('..')) return null
    const [house, file] = await Promise.all([realpath(root), realpath(join(root, name))])
    return file.startsWith(house + sep) ? file : null
  } catch {
    return null // no valid percent-encoding, or no such file
  }
}
