import type { Shape } from '../../preload/contract/looks.ts'

const outlines: Record<Shape, string> = {
  ellipse: 'M9 2a7 7 0 1 0 .01 0Z',
  rectangle: 'M2 2H16V16H2Z',
  'round-rectangle': 'M5 2H13Q16 2 16 5V13Q16 16 13 16H5Q2 16 2 13V5Q2 2 5 2Z',
  hexagon: 'M5.5 2H12.5L16 9 12.5 16H5.5L2 9Z',
  'round-octagon': 'M6 2H12L16 6V12L12 16H6L2 12V6Z',
  'round-diamond': 'M9 1.5 16.5 9 9 16.5 1.5 9Z',
  'round-triangle': 'M9 2.5 16 15.5H2Z',
  'round-tag': 'M2 3.5H11.5L16 9 11.5 14.5H2Z',
  barrel: 'M2 4Q9 1 16 4V14Q9 17 2 14Z',
  'round-pentagon': 'M9 1.8 16.3 7 13.5 15.6H4.5L1.7 7Z',
  vee: 'M2 2.5 9 5.5 16 2.5 9 16Z',
  star: 'M9 1.5 11 6.8 16.6 7 12.2 10.5 13.7 16 9 12.8 4.3 16 5.8 10.5 1.4 7 7 6.8Z',
}

/** The outline of a node of a shape. */
export function ShapeSign({ shape }: { shape: Shape }) {
  return (
    <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <path d={outlines[shape]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  )
}
