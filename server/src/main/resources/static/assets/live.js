// Keeps a dashboard live. The server sends the drawn board; only the text that changed is replaced, so that nobody loses
// their place. Between two events this script counts on, so that what is old says so even when nothing is heard.

const place = document.querySelector('[data-silk-live]')
const lost = place.querySelector('[data-silk-lost]')
const says = place.querySelector('[data-silk-says]')
const SILENT = 25
const SAY_EVERY = 300
const AGAIN = 5

let heard = performance.now()
let drawn = performance.now()
let said = performance.now()
let state = 'live'
let source

const seconds = (since) => (performance.now() - since) / 1000
const board = () => place.querySelector('[data-silk-board]')

const ago = (age) => {
  const minutes = Math.floor(age / 60)
  if (minutes < 1) return 'less than a minute ago'
  if (minutes < 120) return minutes === 1 ? '1 minute ago' : minutes + ' minutes ago'
  return Math.floor(minutes / 60) + ' hours ago'
}

// Says how old each feed's newest message is, and returns whether all of them are fresh.
const sayAges = () => {
  let fresh = true
  for (const feed of board().querySelectorAll('[data-silk-age]')) {
    const known = Number(feed.dataset.silkAge)
    const age = known + seconds(drawn)
    const stopped = known < 0 || age > Number(feed.dataset.silkSilence)
    const words = known < 0
      ? 'No message has come yet'
      : stopped
        ? 'Not live. The newest message came ' + ago(age) + ', so these figures may be out of date'
        : 'Updated ' + ago(age)
    if (feed.textContent !== words) feed.textContent = words
    feed.parentElement.className = stopped ? 'silk-board__stopped' : 'silk-board__fresh'
    fresh = fresh && !stopped
  }
  return fresh
}

const sayState = (next, words) => {
  if (next !== state) {
    state = next
    says.textContent = words
    said = performance.now()
  } else if (next === 'live' && seconds(said) > SAY_EVERY) {
    says.textContent = board().dataset.spoken
    said = performance.now()
  }
}

const tick = () => {
  const fresh = sayAges()
  const silent = seconds(heard) > SILENT
  const ended = place.dataset.ended
  lost.hidden = !silent && !ended
  const words = ended || 'The connection is lost. These figures are from ' + ago(seconds(heard)) + '.'
  if (!lost.hidden && lost.textContent !== words) lost.textContent = words
  board().classList.toggle('silk-board--stale', silent || Boolean(ended) || !fresh)
  if (ended) sayState('ended', ended)
  else if (silent) sayState('lost', 'The connection is lost. The figures are not live.')
  else if (!fresh) sayState('stopped', 'A feed has stopped. The figures may be out of date.')
  else sayState('live', 'The figures are live again.')
}

const draw = (html) => {
  const next = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-silk-board]')
  const now = board()
  const same = now.querySelectorAll('[data-live]').length === next.querySelectorAll('[data-live]').length &&
    now.querySelectorAll('[data-silk-age]').length === next.querySelectorAll('[data-silk-age]').length
  if (!same) {
    now.replaceWith(next)
  } else {
    const parts = next.querySelectorAll('[data-live]')
    now.querySelectorAll('[data-live]').forEach((part, i) => {
      if (part.textContent !== parts[i].textContent) part.textContent = parts[i].textContent
    })
    const ages = next.querySelectorAll('[data-silk-age]')
    now.querySelectorAll('[data-silk-age]').forEach((age, i) => {
      age.dataset.silkAge = ages[i].dataset.silkAge
      age.dataset.silkSilence = ages[i].dataset.silkSilence
    })
    now.dataset.at = next.dataset.at
    now.dataset.spoken = next.dataset.spoken
  }
  drawn = performance.now()
}

const listen = () => {
  source = new EventSource(place.dataset.silkLive)
  source.addEventListener('board', (event) => {
    heard = performance.now()
    draw(event.data)
    tick()
  })
  source.addEventListener('paused', () => {
    if ('silkWall' in place.dataset) return
    source.close()
    place.dataset.ended = 'Paused, because nobody used this page for a while. Load it again to go on.'
    tick()
  })
  source.addEventListener('ended', () => {
    if ('silkWall' in place.dataset) window.location.reload()
    source.close()
    place.dataset.ended = 'This dashboard is no longer shown.'
    tick()
  })
  // A browser gives up when the server answers with an error, as it does while it starts. A screen on a wall must not.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) window.setTimeout(listen, AGAIN * 1000)
  })
}

listen()
window.setInterval(tick, 1000)
