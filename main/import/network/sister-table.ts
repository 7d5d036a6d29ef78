import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Of a table of entities, what that of its relations is called: the endings that export gives the two. */
export const edgesPathOf = (path: string) => path.replace(/(?:-nodes)?(\.\w+)?$/iu, '-edges$1')

/**
 * The tables to read where one was chosen: those of a network that went out as two belong together, and each alone says only half
 * of it. What was chosen comes first.
 */
export function withSister(paths: string[]): string[] {
  const [path] = paths
  if (paths.length !== 1 || !path || !/\.(?:csv|tsv)$/iu.test(path)) return paths
  const name = basename(path)
  const isOfEdges = /-edges(?=\.\w+$)/iu
  const sisters = isOfEdges.test(name)
    ? [name.replace(isOfEdges, '-nodes'), name.replace(isOfEdges, '')]
    : [basename(edgesPathOf(path))]
  const sister = sisters.map((each) => join(dirname(path), each)).find((each) => existsSync(each))
  return sister ? [path, sister] : paths
}
