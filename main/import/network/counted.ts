/** "1 relation", "12 relations". */
export const counted = (number: number, what: string) =>
  `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`
