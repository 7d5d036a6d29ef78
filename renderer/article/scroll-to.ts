interface Room {
  /** How far from the upper and the lower edge of the view it must stand to count as seen, in CSS pixels. */
  above: number
  below: number
}

/**
 * Scrolls until a range stands in the upper third, where it is not in view already. What was never near the view is only
 * guessed to be so high, so the place is looked at again for a few frames, while the text around it takes its own height.
 */
export function scrollTo(scroller: HTMLElement, find: () => Range | null, room: Room, tries = 4): void {
  const box = find()?.getBoundingClientRect()
  if (!box || box.height === 0) return
  const view = scroller.getBoundingClientRect()
  if (box.bottom >= view.top + room.above && box.top <= view.bottom - room.below) return
  scroller.scrollBy({ top: box.top - view.top - view.height / 3 })
  if (tries > 1) requestAnimationFrame(() => scrollTo(scroller, find, room, tries - 1))
}
