/** A statement whose values are parameters, never text. Made only by the `sql` template. */
export interface Sql {
  text: string
  values: unknown[]
}

/** ``sql`SELECT name FROM tag WHERE id = ${id}` ``: each `${…}` becomes a bound parameter. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return { text: strings.join('?'), values }
}
