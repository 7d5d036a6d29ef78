import { groupIcon, iconAddress } from '../ui/entity-types.ts'
import { mix } from './mix.ts'
import { fontSizes } from './who-writes-names.ts'

/** How groups look: a frame around what is in them, or one node that stands for it. */
export function frameStyle(variable: (name: string) => string, leastFontSize: number) {
  const [ink2, lineStrong, board, raised] = ['--ink-2', '--line-strong', '--board', '--raised'].map(
    variable,
  ) as [string, string, string, string]
  return [
    {
      selector: 'node[?isGroup]',
      style: {
        label: 'data(name)',
        shape: 'round-rectangle',
        'border-width': 1.5,
        'border-color': lineStrong,
        'background-color': mix(raised, board, 0.55),
        color: ink2,
        'font-size': fontSizes.frame,
        'text-max-width': '400px',
        'min-zoomed-font-size': leastFontSize,
      },
    },
    {
      selector: 'node[?isGroup]:parent',
      style: { 'text-valign': 'top', 'text-margin-y': -5, padding: '26px', 'border-style': 'dashed' },
    },
    {
      selector: 'node[?isGroup]:childless',
      style: {
        ...{ width: 56, height: 44, 'border-style': 'double', 'border-width': 4 },
        'background-image': iconAddress(groupIcon, ink2),
      },
    },
  ]
}
