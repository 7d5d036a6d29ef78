/** As a ref of a form that opened within a list: all of it in sight, and the name to be typed where it is a new one. */
export function showForm(form: HTMLFormElement | null): void {
  const name = form?.querySelector('input')
  if (name?.value === '') name.focus({ preventScroll: true })
  form?.scrollIntoView({ block: 'nearest' })
}
