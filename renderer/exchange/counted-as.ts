/** "1 entity", "1,200 relations". */
export function countedAs(number: number, what: string): string {
  const many = what.endsWith('y') ? `${what.slice(0, -1)}ies` : `${what}s`
  return `${number.toLocaleString('en-GB')} ${number === 1 ? what : many}`
}
