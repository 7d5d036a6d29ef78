/** A reason to stop that a person can act on. Anything else that is thrown here is a defect of ours. */
export class SetupError extends Error {
  /**
   * @param {string} what what happened
   * @param {string} advice what to do now
   */
  constructor(what, advice) {
    super(`${what}\n${advice}`)
  }
}

/**
 * One plain line, before the work it speaks of. On stderr: stdout belongs to the command that comes after the set-up.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`ligature: ${line}\n`)
}
