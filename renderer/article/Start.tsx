import { runAction } from '../actions/run.ts'
import { keyLabel } from '../ui/keys.ts'

/** What an empty case says first. */
export function Start() {
  return (
    <div className="start">
      <div className="drop">
        <h2>Start with an article</h2>
        <p>Drop a file here, paste a text, or open one.</p>
        <div className="row">
          <button type="button" className="button primary" onClick={() => runAction('article.open')}>
            Open…
          </button>
          <button type="button" className="button" onClick={() => runAction('article.sample')}>
            Try the sample
          </button>
        </div>
        <small>
          Text, Markdown, saved web pages, Word and PDF, or <kbd>{keyLabel('CmdOrCtrl+V')}</kbd> to paste. It
          stays on this computer.
        </small>
      </div>
    </div>
  )
}
