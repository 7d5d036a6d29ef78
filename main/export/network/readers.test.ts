import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Model } from '@alephdata/followthemoney'
import model from '@alephdata/followthemoney/dist/defaultModel.json' with { type: 'json' }
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import cytoscape from 'cytoscape'
import fc from 'fast-check'
import { MultiGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { describe, expect, test } from 'vitest'
import { dateHows } from '../../../preload/contract/dates.ts'
import { bases, entityTypes } from '../../../preload/contract/network.ts'
import { networkAsCsv } from './csv.ts'
import { networkAsCx2 } from './cx2.ts'
import { networkAsCytoscape } from './cytoscape.ts'
import { networkAsFollowTheMoney } from './follow-the-money.ts'
import { networkAsGexf } from './gexf.ts'
import type { NetworkGraph } from './graph.ts'
import { networkAsGraphml } from './graphml.ts'
import { networkAsStix } from './stix.ts'

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((name) => name.trim() || 'x'),
  fc.constantFrom('<a> & "b"', 'تنظيم', 'שלום', "it's, “so”", 'cve'),
)
const anyPeriod = {
  startOn: fc.constantFrom('', '2023', '2024-02', '2024-02-29', '9999', 'soon'),
  startHow: fc.constantFrom(...dateHows),
  endOn: fc.constantFrom('', '2022', '2024-02', '9999-12-31'),
  endHow: fc.constantFrom(...dateHows),
}
const anyTime = fc.constantFrom('2024-01-03T10:00:00.000Z', 'long ago')
/** Networks as a case from anywhere can hold them: loops, several between the same two, dates that are none. */
const anyGraph: fc.Arbitrary<NetworkGraph> = fc
  .record({
    nodes: fc.array(
      fc.record({
        name: words,
        type: fc.constantFrom(...entityTypes, 'Ship', 'constructor'),
        look: fc.constantFrom(null, { shape: 'star', icon: 'ship', color: 3 }),
        aliases: fc.array(words, { maxLength: 2 }),
        description: fc.oneof(fc.constant(''), words, fc.constant('one\r\ntwo\u0000')),
        ...anyPeriod,
        x: fc.integer({ min: -999, max: 999 }),
        y: fc.integer({ min: -999, max: 999 }),
        pinned: fc.boolean(),
        hidden: fc.boolean(),
        group: fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }),
        mentions: fc.nat(5),
        createdAt: anyTime,
      }),
      { minLength: 1, maxLength: 6 },
    ),
    edges: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        kind: fc.oneof(
          words,
          fc.constantFrom('member of', 'leads', 'financed', 'succeeded', 'attacked', 'هاجم', 'toString'),
        ),
        look: fc.constantFrom(null, { color: 0, line: 'double', arrow: false } as const),
        basis: fc.constantFrom(...bases),
        ...anyPeriod,
        supports: fc.nat(3),
        contradicts: fc.nat(3),
        best: fc.constantFrom(null, { reliability: 'B', credibility: '2' } as const, {
          ...({ reliability: 'F', credibility: '6' } as const),
        }),
        evidence: fc.array(
          fc.record({
            stance: fc.constantFrom('supports' as const, 'contradicts' as const),
            ...{ quote: words, grade: fc.constantFrom('', 'B2'), article: fc.oneof(words, fc.constant('')) },
          }),
          { maxLength: 2 },
        ),
        createdAt: anyTime,
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ nodes, edges }) => ({
    name: 'Kerman',
    nodes: nodes.map((node, index) => ({ id: `0190-${index}`, ...node })),
    edges: edges.map((edge, index) => ({
      ...edge,
      id: `0191-${index}`,
      from: `0190-${edge.from % nodes.length}`,
      to: `0190-${edge.to % nodes.length}`,
    })),
  }))
const each = (check: (graph: NetworkGraph) => void) =>
  fc.assert(fc.property(anyGraph, check), { numRuns: 60 })
/** XML has no letter for some, and a reader of it shows them so. */
const shown = (text: string) => text.replace(/[\ufffe\uffff[\p{Cc}--[\t\n\r\u007f-\u009f]]]/gv, '\ufffd')
const ends = ({ edges }: NetworkGraph) => edges.map(({ id, from, to }) => [id, from, to])

describe('readers that are not ours find in an exported network what the case holds', () => {
  test('graphology in GraphML', () => {
    each((graph) => {
      const read = graphml.parse(MultiGraph, networkAsGraphml(graph))
      expect(read.mapEdges((id, _, from, to) => [id, from, to])).toEqual(ends(graph))
      for (const node of graph.nodes)
        expect(read.getNodeAttributes(node.id)).toMatchObject({
          ...{ label: shown(node.name), type: node.type, x: node.x, y: node.y },
          ...(node.description ? { description: shown(node.description) } : {}),
          ...(node.startOn ? { startOn: node.startOn } : {}),
          ...(node.pinned ? { pinned: true } : {}),
          ...(node.look ? { typeShape: 'star', typeIcon: 'ship', typeColor: 3 } : {}),
        })
      for (const edge of graph.edges)
        expect(read.getEdgeAttributes(edge.id)).toMatchObject({
          ...{ label: shown(edge.kind), basis: edge.basis },
          ...(edge.supports ? { supports: edge.supports } : {}),
          ...(edge.look ? { kindLine: 'double', kindBothWays: true } : {}),
        })
    })
  })

  test('graphology in GEXF, with its y turned', () => {
    each((graph) => {
      const read = gexf.parse(MultiGraph, networkAsGexf(graph))
      expect(read.mapEdges((id, _, from, to) => [id, from, to])).toEqual(ends(graph))
      for (const node of graph.nodes)
        expect(read.getNodeAttributes(node.id)).toMatchObject({
          ...{ label: shown(node.name), type: node.type, x: node.x, y: -node.y || 0 },
          ...(node.endOn ? { endOn: node.endOn } : {}),
        })
      for (const edge of graph.edges)
        expect(read.getEdgeAttributes(edge.id)).toMatchObject({
          ...{ label: shown(edge.kind), kind: shown(edge.kind), basis: edge.basis },
        })
    })
  })

  test('Cytoscape.js in its JSON, with groups as compound nodes', () => {
    each((graph) => {
      const cy = cytoscape({
        headless: true,
        layout: { name: 'preset' },
        ...JSON.parse(networkAsCytoscape(graph)),
      })
      expect(cy.edges().map((edge) => [edge.id(), edge.source().id(), edge.target().id()])).toEqual(
        ends(graph),
      )
      for (const { id, x, y, name, group } of graph.nodes) {
        const node = cy.getElementById(id)
        expect(node.position()).toEqual({ x, y })
        expect(node.data('label')).toBe(name)
        expect(
          node
            .ancestors()
            .map((group) => group.data('label'))
            .reverse(),
        ).toEqual(group)
      }
      cy.destroy()
    })
  })

  test('a reader of CSV in two tables', () => {
    each((graph) => {
      const tables = networkAsCsv(graph)
      const options = { columns: true, bom: true, record_delimiter: '\r\n' } as const
      const nodes = parse<Record<string, string>>(tables.nodes, options)
      const edges = parse<Record<string, string>>(tables.edges, options)
      expect(nodes.map(({ id, x, y }) => [id, Number(x), Number(y)])).toEqual(
        graph.nodes.map(({ id, x, y }) => [id, x, y]),
      )
      expect(edges.map(({ id, source, target }) => [id, source, target])).toEqual(ends(graph))
    })
  })

  test('the model of FollowTheMoney in its JSON: each property is one of its schema, and what is required is there', () => {
    const ftm = new Model(model as never)
    each((graph) => {
      const lines = networkAsFollowTheMoney(graph).trimEnd().split('\n')
      const raw = lines.map((line) => JSON.parse(line))
      const schemaOf = new Map(raw.map(({ id, schema }) => [id, ftm.getSchema(schema)]))
      expect(raw.map(({ id }) => id)).toEqual([...graph.nodes, ...graph.edges].map(({ id }) => id))
      for (const datum of raw) {
        const entity = ftm.getEntity(datum)
        expect(entity.schema.abstract).toBe(false)
        for (const [name, values] of Object.entries<string[]>(datum.properties)) {
          const property = entity.schema.getProperty(name)
          const range = property.type.name === 'entity' ? property.getRange() : null
          if (range) for (const id of values) expect(schemaOf.get(id)?.isA(range)).toBe(true)
          if (property.type.name === 'date')
            for (const value of values) expect(value).toMatch(/^\d{4}(-\d\d){0,2}$/u)
        }
        for (const name of entity.schema.required ?? []) expect(datum.properties[name]).toBeDefined()
      }
    })
  })

  test('whoever reads CX2 finds each aspect as long as said, and each attribute declared', () => {
    const kinds: Record<string, (value: unknown) => boolean> = {
      string: (value) => typeof value === 'string',
      double: (value) => typeof value === 'number',
      integer: (value) => Number.isInteger(value),
      boolean: (value) => typeof value === 'boolean',
      list_of_string: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
    }
    each((graph) => {
      const parts: Record<string, never>[] = JSON.parse(networkAsCx2(graph))
      expect(parts[0]).toEqual({ CXVersion: '2.0', hasFragments: false })
      expect(parts.at(-1)).toEqual({ status: [{ error: '', success: true }] })
      const all: Record<string, never[]> = Object.assign({}, ...parts)
      const aspects = all as unknown as {
        metaData: { name: string; elementCount: number }[]
        attributeDeclarations: Record<string, Record<string, { d: string }>>[]
        nodes: { id: number; x: number; y: number; v: Record<string, unknown> }[]
        edges: { id: number; s: number; t: number; v: Record<string, unknown> }[]
      }
      for (const { name, elementCount } of aspects.metaData) expect(all[name]).toHaveLength(elementCount)
      for (const what of ['nodes', 'edges'] as const)
        for (const { v } of aspects[what])
          for (const [name, value] of Object.entries(v))
            expect(kinds[aspects.attributeDeclarations[0]?.[what]?.[name]?.d ?? '']?.(value)).toBe(true)
      expect(aspects.nodes.map(({ x, y, v }) => [x, y, v.name])).toEqual(
        graph.nodes.map(({ x, y, name }) => [x, y, name]),
      )
      const idOf = (number: number) => aspects.nodes.find(({ id }) => id === number)?.v.ligatureId
      expect(aspects.edges.map(({ s, t, v }) => [v.ligatureId, idOf(s), idOf(t)])).toEqual(ends(graph))
    })
  })
})

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const reference = (type: string) => ({ type: 'string', pattern: `^${type}--${uuid}$` })
const time = { type: 'string', pattern: '^\\d{4}-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-6]\\d\\.\\d{3}Z$' }
const common = {
  spec_version: { const: '2.1' },
  created: time,
  modified: time,
  created_by_ref: reference('identity'),
  extensions: { additionalProperties: { propertyNames: { pattern: '^[a-z][a-z0-9_]{2,249}$' } } },
}
const object = (type: string, properties: object, required: string[]) => ({
  properties: { type: { const: type }, id: reference(type), ...common, ...properties },
  required: ['type', 'id', 'spec_version', 'created', 'modified', ...required],
})
const named = { name: { type: 'string', minLength: 1 }, description: { type: 'string' } }
/** What the specification of STIX 2.1 asks of the objects that an export holds, written from its text. */
const stixRules = {
  type: 'object',
  properties: {
    ...{ type: { const: 'bundle' }, id: reference('bundle') },
    objects: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          object('identity', { ...named, identity_class: { type: 'string' } }, ['name']),
          object('location', { ...named, region: { type: 'string', minLength: 1 } }, ['region']),
          object('incident', named, ['name']),
          object(
            'extension-definition',
            { extension_types: { type: 'array', minItems: 1, items: { const: 'property-extension' } } },
            ['name', 'schema', 'version', 'extension_types', 'created_by_ref'],
          ),
          object(
            'relationship',
            {
              relationship_type: { type: 'string', pattern: '^[a-z0-9-]+$' },
              source_ref: reference('(identity|location|incident)'),
              target_ref: reference('(identity|location|incident)'),
              ...{ start_time: time, stop_time: time, confidence: { enum: [10, 30, 50, 70, 90] } },
              external_references: {
                type: 'array',
                minItems: 1,
                items: {
                  properties: { source_name: { not: { enum: ['cve', 'capec'] }, minLength: 1 } },
                  required: ['source_name', 'description'],
                },
              },
            },
            ['relationship_type', 'source_ref', 'target_ref'],
          ),
        ],
      },
    },
  },
  required: ['type', 'id', 'objects'],
  additionalProperties: false,
}

interface Bundle {
  objects: { id: string; source_ref?: string; target_ref?: string; start_time?: string; stop_time?: string }[]
}

describe('a bundle of STIX 2.1', () => {
  test('keeps the rules of the specification', () => {
    const isSound = new Ajv2020({ allErrors: true, strictTypes: false }).compile(stixRules)
    each((graph) => {
      const bundle: Bundle = JSON.parse(networkAsStix(graph))
      isSound(bundle)
      expect(isSound.errors ?? []).toEqual([])
      const ids = bundle.objects.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { source_ref, target_ref, start_time, stop_time } of bundle.objects) {
        for (const ref of [source_ref, target_ref]) if (ref) expect(ids).toContain(ref)
        if (start_time && stop_time) expect(start_time < stop_time).toBe(true)
      }
    })
  })

  // The schemas of OASIS (BSD-3-Clause): github.com/oasis-open/cti-stix2-json-schemas, folder "schemas".
  const folder = process.env.LIGATURE_STIX_SCHEMAS
  test.skipIf(!folder)(
    'is what the schemas of OASIS allow, where LIGATURE_STIX_SCHEMAS names their folder',
    () => {
      const ajv = new Ajv2020({
        strict: false,
        allErrors: true,
        validateFormats: false,
        unicodeRegExp: false,
      })
      const files = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' })
      for (const file of files.filter((name) => name.endsWith('.json')))
        ajv.addSchema(JSON.parse(readFileSync(join(folder ?? '', file), 'utf8')))
      const root = 'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas'
      const check = (path: string, value: unknown) => {
        const isSound = ajv.getSchema(`${root}/${path}.json`)
        if (!isSound) throw new Error(`There is no schema ${path}.`)
        isSound(value)
        expect(isSound.errors ?? []).toEqual([])
      }
      each((graph) => {
        const bundle = JSON.parse(networkAsStix(graph))
        // The schema of the bundle forgets locations, incidents and definitions of extensions; each has a schema of its own.
        const isListed = ({ type }: { type: string }) => type === 'identity' || type === 'relationship'
        check('common/bundle', { ...bundle, objects: bundle.objects.filter(isListed) })
        for (const one of bundle.objects)
          if (one.type === 'relationship') check('sros/relationship', one)
          else if (one.type === 'extension-definition') check('common/extension-definition', one)
          else check(`sdos/${one.type}`, one)
      })
    },
  )
})
