import type cytoscape from 'cytoscape'
import { entityTypes } from '../../preload/contract/network.ts'
import { iconAddress, looks } from '../ui/entity-types.ts'
import { frameStyle } from './frame-style.ts'
import { measureStyle } from './measure-style.ts'
import { mix } from './mix.ts'

/** The board's style from the look's variables: made anew when the theme changes, so a colour stands in one place. */
export function boardStyle(): cytoscape.StylesheetJson {
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
      selector: 'node',
      style: {
        width: 44,
        height: 44,
        label: 'data(name)',
        'font-family': font,
        'font-size': 12.5,
        'font-weight': 600,
        color: ink,
        'text-valign': 'bottom',
        'text-margin-y': 7,
        'text-wrap': 'wrap',
        'text-max-width': '120px',
        'text-outline-color': board,
        'text-outline-width': 2.5,
        'min-zoomed-font-size': 7,
        'border-width': 1.8,
        'background-image-containment': 'inside',
        'background-width': '44%',
        'background-height': '44%',
        'overlay-opacity': 0,
      },
    },
    ...entityTypes.map((type) => {
      const color = variable(looks[type].color)
      return {
        selector: `node[type = "${type}"]`,
        style: {
          shape: looks[type].shape,
          'border-color': color,
          'background-color': mix(color, raised, 0.17),
          'background-image': iconAddress(type, color),
          ...(type === 'event' ? { width: 50, height: 50 } : {}),
        },
      }
    }),
    ...frameStyle(variable),
    ...measureStyle,
    {
      selector: 'node.noted',
      style: { 'border-style': 'double', 'border-width': 4 },
    },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        label: 'data(label)',
        'curve-style': 'bezier',
        // Wide enough for the words of two lines between the same two nodes.
        'control-point-step-size': 84,
        'line-color': ink3,
        'target-arrow-color': ink3,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.95,
        'font-family': font,
        'font-size': 11,
        color: ink2,
        // The line stops before its words.
        'text-background-color': board,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 7,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge[passages > 1]', style: { width: 2.4 } },
    // Without a passage a line is a claim that rests on nothing, and looks it.
    { selector: 'edge[passages = 0]', style: { width: 1, 'line-style': 'dotted', 'line-opacity': 0.75 } },
    { selector: 'edge[basis = "inferred"]', style: { 'line-style': 'dashed' } },
    { selector: 'edge[basis = "assumed"]', style: { 'line-style': 'dashed', 'line-opacity': 0.65 } },
    {
      selector: 'node.chosen, node:selected',
      style: {
        'border-width': 3.5,
        'underlay-color': accent,
        'underlay-opacity': 0.18,
        'underlay-padding': 7,
        'underlay-shape': 'ellipse',
      },
    },
    {
      selector: 'edge.chosen',
      style: { 'line-color': accent, 'target-arrow-color': accent, color: accent, width: 2.6 },
    },
    // Lit nodes are lit beneath the picture: lit-nodes.ts.
    { selector: 'edge.lit', style: { 'line-color': accent, 'target-arrow-color': accent, color: ink } },
    { selector: '.dimmed', style: { opacity: 0.32 } },
    { selector: '.out', style: { display: 'none' } },
  ] as cytoscape.StylesheetJson
}
