/** Why the computer or SQLite refused: `why` ends "It was not done: …", `advice` is what to do, a whole sentence. */
export interface Reason {
  code: string
  why: string
  advice: string
}

const reason = (code: string, why: string, advice: string): Reason => ({ code, why, advice })

const elsewhere = 'Choose another folder, or save a copy of the case elsewhere.'
const full = reason('disk-full', 'the disk is full', 'Make room on it, or choose another disk.')
const forbidden = reason('not-allowed', 'you may not write there, or may not read it', elsewhere)
const readOnly = reason('read-only', 'this disk or file is read-only', elsewhere)
const failing = reason(
  'disk-failing',
  'the disk or its connection failed',
  'Look whether the disk is still there, then save a copy of the case on another one.',
)
const missing = reason(
  'not-there',
  'the file or its folder is not there',
  'Look whether it was moved or renamed, or choose another folder.',
)
const inUse = reason(
  'in-use',
  'another program is using the file',
  'Close it in the other program, then try again.',
)
const tooMuch = reason(
  'computer-busy',
  'the computer has no memory or no free file handles left',
  'Close some other programs, then try again.',
)
const tooLarge = reason('too-large', 'it is too large', 'Try it with less, or choose another disk.')
const damaged = reason(
  'case-damaged',
  'the case file is damaged',
  'Open a copy of the case from before. Keep this file: much of it can still be read.',
)
const refusing = reason('disk-refuses', 'this kind of disk or folder does not allow it', elsewhere)
const unreachable = reason(
  'drive-gone',
  'the network or the drive did not answer',
  'Look whether it is connected, then try again, or choose another folder.',
)

/**
 * The codes that Node's calls on files can give, as far as a person can do something about them
 * (https://nodejs.org/api/errors.html#common-system-errors; the others in errno(3)).
 */
export const fileReasons: Record<string, Reason> = {
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: readOnly,
  ENOSPC: full,
  EDQUOT: reason('disk-full', 'your share of this disk is used up', 'Make room, or choose another disk.'),
  EFBIG: reason('too-large', 'this disk takes no file so large', 'Choose another disk.'),
  EOVERFLOW: tooLarge,
  EIO: failing,
  ENXIO: failing,
  ENODEV: failing,
  EBADMSG: failing,
  EREMOTEIO: failing,
  ENOENT: missing,
  ENOTDIR: reason('not-there', 'the folder is not there', 'Choose another folder.'),
  EISDIR: reason('is-folder', 'a folder of that name is there already', 'Choose another name.'),
  EEXIST: reason('is-there', 'something of that name is there already', 'Choose another name.'),
  ENOTEMPTY: reason('is-there', 'a folder of that name is there already', 'Choose another name.'),
  ENAMETOOLONG: reason('name-too-long', 'the name is too long', 'Choose a shorter name.'),
  EINVAL: reason('name-refused', 'this disk does not take such a name', 'Choose another name.'),
  EILSEQ: reason('name-refused', 'this disk does not take such a name', 'Choose another name.'),
  ELOOP: reason('name-refused', 'links on the way lead round in a circle', 'Choose another folder.'),
  EXDEV: reason('other-disk', 'it would have to move to another disk', 'Choose another folder.'),
  EBUSY: inUse,
  ETXTBSY: inUse,
  EAGAIN: inUse,
  EWOULDBLOCK: inUse,
  EDEADLK: inUse,
  EINTR: inUse,
  ENOLCK: refusing,
  ENOTSUP: refusing,
  EOPNOTSUPP: refusing,
  ENOSYS: refusing,
  EMLINK: refusing,
  EMFILE: tooMuch,
  ENFILE: tooMuch,
  ENOMEM: tooMuch,
  ETIMEDOUT: unreachable,
  ENETDOWN: unreachable,
  ENETUNREACH: unreachable,
  EHOSTDOWN: unreachable,
  EHOSTUNREACH: unreachable,
  ENOTCONN: unreachable,
  ENOLINK: unreachable,
  ESTALE: unreachable,
}

/**
 * Every primary result code of SQLite that is an error (https://sqlite.org/rescode.html). Null where it can only mean a mistake of
 * ours: a person cannot do anything about a wrong statement. A longer code counts as the longest of these that it begins with.
 */
export const sqliteReasons: Record<string, Reason | null> = {
  SQLITE_ERROR: null,
  SQLITE_INTERNAL: null,
  SQLITE_PERM: forbidden,
  SQLITE_ABORT: null,
  SQLITE_BUSY: inUse,
  SQLITE_LOCKED: inUse,
  SQLITE_NOMEM: tooMuch,
  SQLITE_READONLY: readOnly,
  SQLITE_READONLY_DBMOVED: reason(
    'case-moved',
    'the case file was moved, renamed or deleted while it was open',
    'Save a copy of the case elsewhere, and go on with that one.',
  ),
  SQLITE_INTERRUPT: null,
  SQLITE_IOERR: failing,
  SQLITE_IOERR_NOMEM: tooMuch,
  SQLITE_IOERR_CORRUPTFS: damaged,
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTFOUND: null,
  SQLITE_FULL: full,
  SQLITE_CANTOPEN: missing,
  SQLITE_PROTOCOL: inUse,
  SQLITE_EMPTY: null,
  SQLITE_SCHEMA: null,
  SQLITE_TOOBIG: tooLarge,
  SQLITE_CONSTRAINT: null,
  SQLITE_MISMATCH: null,
  SQLITE_MISUSE: null,
  SQLITE_NOLFS: tooLarge,
  SQLITE_AUTH: null,
  SQLITE_FORMAT: null,
  SQLITE_RANGE: null,
  SQLITE_NOTADB: damaged,
}

/** Why an error of SQLite or of a call on a file happened; null where it is neither, or a mistake of ours. */
export function reasonOf(error: unknown): Reason | null {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return null
  if (Object.hasOwn(fileReasons, code)) return fileReasons[code] ?? null
  for (let known = code; known.startsWith('SQLITE_'); known = known.slice(0, known.lastIndexOf('_')))
    if (Object.hasOwn(sqliteReasons, known)) return sqliteReasons[known] ?? null
  return null
}
