/** The first words of a text: at most `most` UTF-16 code units, cut between words where there are any, then an ellipsis. */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  return `${text
    .slice(0, space > most / 2 ? space : most)
    .toWellFormed()
    .trimEnd()}…`
}
