// Every page works without this script; it only makes some parts handier.

import { initAll } from './nhsuk/nhsuk.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported')
}

initAll()
