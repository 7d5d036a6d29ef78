import type Database from 'better-sqlite3'

/** What every connection to a case file is set to, before a word of it is read: a file may come from a stranger. */
export function configure(db: Database.Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('synchronous = FULL')
  // Only this reaches the platter on macOS; elsewhere it changes nothing.
  db.pragma('fullfsync = ON')
  db.pragma('foreign_keys = ON')
  // Words of a case go into no other file.
  db.pragma('temp_store = MEMORY')
  // A case of any usual size stays in memory once read: it can be saved elsewhere when its drive is gone (256 MB at most).
  db.pragma('cache_size = -262144')
}
