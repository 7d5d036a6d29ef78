import type { Inner } from './preload.ts'

interface Question {
  id: number
  title: string
  message: string
  detail: string
  path?: { label: string; value: string; problem: string }
  checkbox?: string
  checked?: boolean
  buttons: string[]
  defaultId: number
  cancelId: number
}

/**
 * Runs in the isolated world: the save dialog and the message box, which a browser does not have. They stand in a shadow root of
 * their own, so that neither the page's styles nor its CSP reach them. Its source text is injected.
 */
export function showDialogs(inner: Inner): void {
  const style = `
    :host { all: initial }
    dialog {
      box-sizing: border-box; width: min(34rem, calc(100vw - 3rem)); padding: 1.25rem 1.5rem; border: 1px solid #0002;
      border-radius: 10px; font: 14px/1.45 system-ui, sans-serif; color: #22211f; background: #fbfaf8;
      box-shadow: 0 12px 40px #0003; color-scheme: light;
    }
    dialog::backdrop { background: #0004 }
    h2 { margin: 0 0 .5rem; font-size: 15px; font-weight: 600 }
    p { margin: 0 0 .75rem; overflow-wrap: anywhere }
    .detail { color: #5d5a55 }
    .problem { color: #9b2c1f }
    label { display: block; margin-bottom: .75rem }
    input:not([type=checkbox]) {
      box-sizing: border-box; display: block; width: 100%; margin-top: .25rem; padding: .4rem .5rem; font: inherit; color: inherit;
      border: 1px solid #8a867f; border-radius: 6px; background: #fff;
    }
    footer { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .5rem; margin-top: 1.25rem }
    button {
      padding: .4rem 1rem; border: 1px solid #8a867f; border-radius: 6px; font: inherit; color: inherit; background: none;
    }
    button.default { border-color: #2f5d8c; color: #fff; background: #2f5d8c }
    :focus-visible { outline: 2px solid #2f5d8c; outline-offset: 2px }
    @media (prefers-color-scheme: dark) {
      dialog { color: #e9e6e1; background: #2a2927; border-color: #fff2; color-scheme: dark }
      .detail { color: #b5b0a8 }
      .problem { color: #f0a195 }
      input:not([type=checkbox]) { background: #1d1c1b }
      button.default { border-color: #8ab6e3; color: #14202c; background: #8ab6e3 }
      :focus-visible { outline-color: #8ab6e3 }
    }
  `
  const element = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    properties: Partial<HTMLElementTagNameMap[Tag]> = {},
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Tag] => {
    const result = Object.assign(document.createElement(tag), properties)
    result.append(...children)
    return result
  }

  const show = (question: Question): void => {
    const { id, title, message, detail, path, buttons, defaultId, cancelId } = question
    const host = element('div')
    const root = host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]

    const field = element('input', { value: path?.value ?? '', spellcheck: false })
    if (path?.problem) field.ariaInvalid = 'true'
    const box = element('input', { type: 'checkbox', checked: question.checked ?? false })
    const choices = buttons.map((label, index) =>
      element('button', {
        type: index === defaultId ? 'submit' : 'button', // Enter in the field presses the one that submits
        className: index === defaultId ? 'default' : '',
        textContent: label,
        onclick: (event) => {
          event.preventDefault()
          answer(index)
        },
      }),
    )
    const form = element('form', {}, element('h2', { id: 'title', textContent: title || message }))
    if (title && message) form.append(element('p', { textContent: message }))
    if (detail) form.append(element('p', { id: 'detail', className: 'detail', textContent: detail }))
    if (path) form.append(element('label', {}, path.label, field))
    if (path?.problem)
      form.append(element('p', { className: 'problem', role: 'alert', textContent: path.problem }))
    if (question.checkbox) form.append(element('label', {}, box, ` ${question.checkbox}`))
    form.append(element('footer', {}, ...choices))

    const dialog = element('dialog', {}, form)
    dialog.setAttribute('aria-labelledby', 'title')
    if (!path) dialog.role = 'alertdialog'
    if (detail) dialog.setAttribute('aria-describedby', 'detail')
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      answer(cancelId)
    })

    const answer = (button: number) => {
      if (!host.isConnected) return // a second click
      dialog.close() // gives the focus back to where it was
      host.remove()
      inner.modal = false
      inner.post({ kind: 'dialog', id, button, path: field.value, checked: box.checked })
    }

    root.append(dialog)
    document.documentElement.append(host)
    inner.modal = true
    dialog.showModal()
    if (!path) {
      choices[defaultId]?.focus()
      return
    }
    field.focus()
    // The name without its ending, for that is what one changes
    const start = Math.max(field.value.lastIndexOf('/'), field.value.lastIndexOf('\\')) + 1
    const dot = field.value.lastIndexOf('.')
    field.setSelectionRange(start, dot > start ? dot : field.value.length)
  }

  inner.on('dialog', (message) => show(message as unknown as Question))
}
