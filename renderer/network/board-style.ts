import type cytoscape from 'cytoscape'
import type { Rows } from '../state/store.ts'
import { allLooks, iconAddress } from '../ui/entity-types.ts'
import { frameStyle } from './frame-style.ts'
import { measureStyle } from './measure-style.ts'
import { mix } from './mix.ts'
import { fontSizes, type Seeing, seeingOf } from './who-writes-names.ts'

/** The board's style from the look's variables: made anew when the theme or a type changes, so a colour stands in one place. */
export function boardStyle(
  rows: Rows,
  { least, line, words }: Seeing = seeingOf(null),
): cytoscape.StylesheetJson {
  const css = getComputedStyle(document.documentElement)
  const variable = (name: string) => css.getPropertyValue(name).trim()
  const [ink, ink2, ink3, board, raised, accent] = [
    '--ink',
    '--ink-2',
    '--ink-3',
    '--board',
    '--raised',
    '--accent',
  ].map(variable) as [string, string, string, string, string, string]
  const font = 'Inter Variable, system-ui, sans-serif'
  return [
    {
      selector: 'core',
      style: {
        ...{ 'selection-box-color': accent, 'selection-box-opacity': 0.1 },
        ...{ 'selection-box-border-color': accent, 'selection-box-border-width': 1 },
        'active-bg-opacity': 0,
      },
    },
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'font-family': font,
        'font-size': fontSizes.name,
        'font-weight': 600,
        color: ink,
        'text-valign': 'bottom',
        'text-margin-y': 7,
        'text-wrap': 'wrap',
        'text-max-width': '120px',
        'text-outline-color': board,
        'text-outline-width': 2.5,
        'min-zoomed-font-size': least.name,
        'border-width': 1.8,
        'background-image-containment': 'inside',
        'background-width': '44%',
        'background-height': '44%',
        'overlay-opacity': 0,
      },
    },
    { selector: 'node[size]', style: { width: 'data(size)', height: 'data(size)' } },
    ...allLooks(rows).flatMap(({ key, shape, icon, color: name }) => {
      const color = variable(name)
      const address = iconAddress(icon, color)
      return [
        {
          selector: `node[look = "${key}"]`,
          style: {
            shape,
            'border-color': color,
            'background-color': mix(color, raised, 0.17),
            'background-image': address,
          },
        },
        // A small page in the corner of the node's box, where its shape leaves room: it takes no place of its own.
        {
          selector: `node[look = "${key}"].noted`,
          style: {
            'background-image': [address, noteBadge(color, board)],
            'background-width': ['44%', '15px'],
            'background-height': ['44%', '15px'],
            'background-position-x': ['50%', '100%'],
            'background-position-y': ['50%', '0%'],
            'background-clip': ['node', 'none'],
            'background-image-containment': ['inside', 'over'],
          },
        },
      ]
    }),
    ...frameStyle(variable, least.frame),
    ...measureStyle,
    {
      selector: 'edge',
      style: {
        width: 1.5 * line,
        label: 'data(label)',
        'curve-style': 'bezier',
        // Wide enough for the words of two lines between the same two nodes.
        'control-point-step-size': 84,
        // A name below a node would cover the arrow that comes from there.
        ...{ 'source-endpoint': 'outside-to-node-or-label', 'target-endpoint': 'outside-to-node-or-label' },
        ...edgeColor(ink3),
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.95,
        'font-family': font,
        'font-size': fontSizes.kind * words,
        color: ink2,
        // The line stops before its words.
        'text-background-color': board,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'min-zoomed-font-size': least.kind,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge[loop]', style: { 'loop-direction': 'data(loop)', 'loop-sweep': '-60deg' } },
    { selector: 'edge[passages > 1]', style: { width: 2.4 * line } },
    { selector: 'edge[line = "thick"]', style: { width: 4 * line } },
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((color) => ({
      selector: `edge[color = ${color}]`,
      style: edgeColor(variable(`--own-${color}`)),
    })),
    // Cytoscape draws no double line: this is one in the board's colour between two edges of its own.
    {
      selector: 'edge[line = "double"]',
      style: { width: 2 * line, 'line-color': board, 'line-outline-width': 1.3 * line },
    },
    { selector: 'edge[directed = 0]', style: { 'target-arrow-shape': 'none' } },
    { selector: 'edge[basis = "inferred"]', style: { 'line-style': 'dashed' } },
    { selector: 'edge[basis = "assumed"]', style: { 'line-style': 'dotted' } },
    // Without a passage a line is a claim that rests on nothing, and looks it.
    {
      selector: 'edge[passages = 0]',
      style: { width: line, 'line-opacity': 0.8, 'target-arrow-fill': 'hollow', color: ink3 },
    },
    { selector: 'edge[passages = 0][line = "thick"]', style: { width: 2.4 * line } },
    {
      selector: 'node.chosen, node:selected',
      style: {
        'border-width': 3.5,
        'underlay-color': accent,
        'underlay-opacity': 0.3,
        'underlay-padding': 8,
        'underlay-shape': 'ellipse',
      },
    },
    {
      selector: 'node[?isGroup]:selected',
      style: { 'underlay-shape': 'round-rectangle', 'border-width': 2.5, 'border-color': accent },
    },
    {
      selector: 'edge.chosen',
      style: { ...edgeColor(accent), color: accent, width: 2.6 * line },
    },
    // Lit nodes are lit beneath the picture: lit-nodes.ts.
    { selector: 'edge.lit', style: { ...edgeColor(accent), color: ink } },
    { selector: '.dimmed', style: { opacity: 0.32 } },
    { selector: '.out', style: { display: 'none' } },
  ] as cytoscape.StylesheetJson
}

const edgeColor = (color: string) => ({
  ...{ 'line-color': color, 'line-outline-color': color, 'target-arrow-color': color },
})

/** A note's sign, on a ground of the board's colour so that it is seen over any border. */
function noteBadge(color: string, ground: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 15 15" width="15" height="15"><circle cx="7.5" cy="7.5" r="7.5" fill="${ground}"/><rect x="3" y="3" width="9" height="9" rx="2" fill="${color}"/><path d="M5 6h5M5 9h3" stroke="${ground}" stroke-width="1.2" stroke-linecap="round"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
