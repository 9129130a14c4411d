// Every page works without this script; it only makes some parts handier.

import { initAll } from './nhsuk/nhsuk.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported')
}

initAll()

// Asks shortly before the end of a session whether its reader is still there.
const session = document.querySelector('[data-silk-session]')
if (session) {
  const dialog = session.querySelector('[data-silk-session-dialog]')
  const words = session.querySelector('[data-silk-session-words]')
  const form = session.querySelector('[data-silk-session-stay]')
  const warning = Number(session.dataset.warning)
  let end = Date.now() + Number(session.dataset.seconds) * 1000
  let asked = false

  const tick = () => {
    const left = Math.round((end - Date.now()) / 1000)
    if (left <= 0) {
      words.textContent = 'You have been signed out. What you send now is kept until you sign in again.'
      return
    }
    if (left <= warning && !asked) {
      asked = true
      words.textContent = 'You will be signed out in ' + Math.ceil(left / 60) + ' minutes.'
      dialog.showModal()
    }
    window.setTimeout(tick, 1000)
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const answer = await fetch('/me/stay', { method: 'POST', body: new URLSearchParams(new FormData(form)) })
    if (answer.ok && !answer.redirected) {
      end = Date.now() + (await answer.json()).seconds * 1000
      session.querySelector('[data-silk-session-time]').textContent =
        new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' })
          .format(end).replace(':00', '').replace(' ', '')
      asked = false
      dialog.close()
    } else {
      words.textContent = 'You have been signed out. What you send now is kept until you sign in again.'
    }
  })
  window.setTimeout(tick, 1000)
}
