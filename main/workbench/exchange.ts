import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Period } from '../../preload/contract/dates.ts'
import { type NetworkFormatId, type NetworkPreview, networkFormats } from '../../preload/contract/exchange.ts'
import type { Parsed } from '../../preload/contract.ts'
import { fileName } from '../export/file-name.ts'
import { networkAsCsv } from '../export/network/csv.ts'
import { networkAsCx2 } from '../export/network/cx2.ts'
import { networkAsCytoscape } from '../export/network/cytoscape.ts'
import { networkAsFollowTheMoney } from '../export/network/follow-the-money.ts'
import { networkAsGexf } from '../export/network/gexf.ts'
import { type NetworkGraph, networkGraph } from '../export/network/graph.ts'
import { networkAsGraphml } from '../export/network/graphml.ts'
import { networkAsStix } from '../export/network/stix.ts'
import { writeWhole } from '../export/write-whole.ts'
import type { Network } from '../import/network/network.ts'
import { readNetwork } from '../import/network/network-file.ts'
import { edgesPathOf, withSister } from '../import/network/sister-table.ts'
import { TroubleError } from '../trouble.ts'
import { addPlanned, planNetwork, saysMore } from './add-network.ts'
import type { Desk } from './desk.ts'
import { refuseOpenCase } from './is-open-case.ts'

const writers: Record<Exclude<NetworkFormatId, 'csv'>, (graph: NetworkGraph) => string> = {
  graphml: networkAsGraphml,
  gexf: networkAsGexf,
  cytoscape: networkAsCytoscape,
  cx2: networkAsCx2,
  stix: networkAsStix,
  followTheMoney: networkAsFollowTheMoney,
}

export async function exportNetwork(desk: Desk, { format, evidence }: Parsed<'export.network'>) {
  const meant = desk.case
  const { name } = meant.info()
  const graph = networkGraph(meant.read, name, evidence)
  const { nodes, edges } = graph
  if (nodes.length === 0)
    throw new TroubleError(
      'nothing-to-export',
      'There is no network to export yet.',
      'Mark a passage as an entity first.',
    )
  const { label, ending } = networkFormats.find(({ id }) => id === format) ?? { label: '', ending: '' }
  const suggested = fileName(`${name} network`) + (format === 'csv' ? nodesMark : '')
  const path = await desk.ask.whereToSave({ title: 'Export network', name: suggested, kind: label, ending })
  if (!path) return null
  refuseOpenCase(desk, path)
  let relationsFileName = null
  if (format === 'csv') relationsFileName = basename(writeTables(desk, path, graph))
  else writeWhole(path, writers[format](graph))
  const hidden = nodes.filter((node) => node.hidden).length
  return {
    ...{ fileName: basename(path), relationsFileName },
    ...{ entities: nodes.length, relations: edges.length, hidden },
  }
}

const nodesMark = '-nodes'

/** The table of relations stands beside that of entities: "x-nodes.csv" and "x-edges.csv". Answers where. */
function writeTables(desk: Desk, path: string, graph: NetworkGraph): string {
  const edgesPath = edgesPathOf(path)
  refuseOpenCase(desk, edgesPath)
  // Whoever agreed to replace the one table meant both; otherwise nobody was asked.
  if (existsSync(edgesPath) && !existsSync(path))
    throw new TroubleError(
      'file-exists',
      `“${basename(edgesPath)}” is there already, and would have been replaced. Nothing was written.`,
      'Choose another name.',
    )
  const tables = networkAsCsv(graph)
  writeWhole(edgesPath, tables.edges)
  writeWhole(path, tables.nodes)
  return edgesPath
}

/** What was read last and not added yet, for each case: the files are not asked for again, since they may have changed. */
const previews = new WeakMap<Desk['case'], { previewId: number; fileName: string; network: Network }>()
let lastPreview = 0
/** How many of each are listed, and how many other names of one. */
const mostListed = 300
const mostAliases = 3

export async function previewNetwork(desk: Desk): Promise<NetworkPreview | null> {
  const meant = desk.case
  const chosen = await desk.ask.networkFiles()
  if (!chosen?.length) return null
  const paths = withSister(chosen)
  for (const path of paths) refuseOpenCase(desk, path, 'Choose a network.')
  const network = await readNetwork(paths)
  const names = paths.map((path) => basename(path))
  const read = { previewId: ++lastPreview, fileName: names.join(' and '), network }
  const plan = planNetwork(meant.read, network)
  previews.set(meant, read)
  const known = plan.entities.filter(({ known }) => known !== null).length
  const knownRelations = plan.relations.filter(({ isKnown }) => isKnown).length
  return {
    previewId: read.previewId,
    fileName: read.fileName,
    entities: { added: plan.entities.length - known, known },
    relations: { added: plan.relations.length - knownRelations, known: knownRelations },
    types: [...plan.types.keys()],
    kinds: [...plan.kinds.keys()],
    firstEntities: plan.entities.slice(0, mostListed).map(({ node, known }) => ({
      ...{ name: node.name, type: node.type, ...periodOf(node), isNew: known === null },
      aliases: [...new Set(node.aliases)].slice(0, mostAliases),
      moreAliases: Math.max(0, new Set(node.aliases).size - mostAliases),
    })),
    firstRelations: plan.relations.slice(0, mostListed).map(({ edge, isKnown }) => ({
      from: network.nodes[edge.from]?.name ?? '',
      ...{ kind: edge.kind, to: network.nodes[edge.to]?.name ?? '', isNew: !isKnown },
      ...{ basis: edge.basis, ...periodOf(edge) },
    })),
    differing: plan.entities.filter(({ node, known }) => known && saysMore(node, known)).length,
    notices: [...besides(chosen, paths), ...network.notices],
  }
}

/** What was read without being chosen, in a sentence. */
const besides = (chosen: string[], paths: string[]) =>
  paths
    .filter((path) => !chosen.includes(path))
    .map((path) => `“${basename(path)}” stands beside it and belongs to it: it was read too.`)

const periodOf = ({ startOn, startHow, endOn, endHow }: Period): Period => ({
  ...{ startOn, startHow, endOn, endHow },
})

export function addNetwork(desk: Desk, { previewId }: Parsed<'network.add'>) {
  const read = previews.get(desk.case)
  if (read?.previewId !== previewId)
    throw new TroubleError(
      'gone',
      'This network was read for another case, or added already. Nothing was changed.',
      'Import it again.',
    )
  const { value, patch } = desk.case.step((db) => addPlanned(db, read.fileName, read.network))
  previews.delete(desk.case)
  if (patch) desk.tell('patch', patch)
  return value
}
