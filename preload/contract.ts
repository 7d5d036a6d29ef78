import type { z } from 'zod'
import type { CallName, PushName } from './channels.ts'
import { annotateCalls } from './contract/annotate.ts'
import { articleCalls, type Importing } from './contract/article.ts'
import { backupCalls } from './contract/backups.ts'
import type { Call } from './contract/call.ts'
import { caseCalls } from './contract/case.ts'
import { codebookCalls } from './contract/codebook.ts'
import { exchangeCalls } from './contract/exchange.ts'
import { exportCalls } from './contract/export.ts'
import { helpCalls } from './contract/help.ts'
import { historyCalls } from './contract/history.ts'
import { lookCalls } from './contract/looks.ts'
import { mentionCalls } from './contract/mentions.ts'
import { networkCalls } from './contract/network.ts'
import { noteCalls } from './contract/notes.ts'
import { passageCalls } from './contract/passages.ts'
import type { Patch } from './contract/patch.ts'
import { pictureCalls } from './contract/picture.ts'
import { queryCalls } from './contract/queries.ts'
import { rowCalls } from './contract/rows.ts'
import { searchCalls } from './contract/search.ts'
import { settingsCalls } from './contract/settings.ts'
import type { Trouble } from './contract/trouble.ts'
import { versionCalls } from './contract/versions.ts'

/** Every call a view can make of the case. The names are in channels.ts too: a difference does not compile. */
export const contract = {
  ...caseCalls,
  ...backupCalls,
  ...articleCalls,
  ...rowCalls,
  ...versionCalls,
  ...annotateCalls,
  ...passageCalls,
  ...mentionCalls,
  ...codebookCalls,
  ...networkCalls,
  ...pictureCalls,
  ...lookCalls,
  ...noteCalls,
  ...historyCalls,
  ...searchCalls,
  ...queryCalls,
  ...exportCalls,
  ...exchangeCalls,
  ...settingsCalls,
  ...helpCalls,
} satisfies Record<CallName, Call<z.ZodType, unknown>>
export type Contract = typeof contract

// A call that channels.ts does not list would never reach the bridge.
const everyCallIsListed: [Exclude<keyof Contract, CallName>] extends [never] ? true : never = true
void everyCallIsListed

export type Input<Name extends CallName> = z.input<Contract[Name]['input']>
export type Parsed<Name extends CallName> = z.output<Contract[Name]['input']>
export type Output<Name extends CallName> =
  Contract[Name] extends Call<z.ZodType, infer Value> ? Value : never

/** What the case tells its views without being asked. */
export interface Pushes extends Record<PushName, unknown> {
  /** A step changed these rows. */
  patch: Patch
  /** Another case is open now: read everything anew, the greeting first. */
  opened: null
  /** A menu asks for an action of the list in actions.ts. */
  action: { id: string }
  /** Something went wrong that no call was waiting for. */
  trouble: Trouble
  /** An article is being read, or none is any more. */
  importing: Importing | null
}

/** Errors cross the bridge as values: Electron would keep only an error's message. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; trouble: Trouble }

/** What the page sees as `window.ligature`. */
export type Bridge = {
  [Name in Exclude<CallName, 'article.drop'>]: Input<Name> extends undefined
    ? () => Promise<Answer<Output<Name>>>
    : (input: Input<Name>) => Promise<Answer<Output<Name>>>
} & {
  /** Files come from a drop, and become paths on the bridge's side: a page cannot name a path. */
  'article.drop': (files: File[]) => Promise<Answer<Output<'article.drop'>>>
  on: <Name extends PushName>(name: Name, listener: (value: Pushes[Name]) => void) => () => void
}
