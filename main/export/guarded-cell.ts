/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"). */
export const guarded = (cell: string) => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell)
