/** After the styles of types, before that of what is chosen. */
export const measureStyle = [
  {
    selector: 'node.ranked',
    style: { width: 'mapData(rank, 0, 1, 32, 92)', height: 'mapData(rank, 0, 1, 32, 92)' },
  },
  {
    selector: 'node.ringed',
    style: {
      'underlay-color': 'data(community)',
      'underlay-opacity': 0.42,
      'underlay-padding': 8,
      'underlay-shape': 'ellipse',
    },
  },
]
