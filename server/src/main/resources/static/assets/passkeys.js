// Passkeys need a script: the browser asks the device. Without it the page offers the password.

const toBytes = text => {
  const base64 = text.replace(/-/g, '+').replace(/_/g, '/')
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0))
}

const toText = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

const withBytes = descriptors => (descriptors ?? []).map(found => ({ ...found, id: toBytes(found.id) }))

async function send (address, token, content) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token },
    body: JSON.stringify(content)
  })
  const text = await response.text()
  const answer = text === '' ? {} : JSON.parse(text)
  if (!response.ok) {
    throw new Error([answer.detail, answer.advice].filter(Boolean).join(' '))
  }
  return answer
}

const credential = made => ({
  id: made.id,
  rawId: toText(made.rawId),
  type: made.type,
  authenticatorAttachment: made.authenticatorAttachment ?? undefined,
  clientExtensionResults: made.getClientExtensionResults()
})

async function register (place, token) {
  const label = place.querySelector('input[name="passkey-label"]').value.trim()
  if (label === '') {
    throw new Error('Enter a name for the passkey, such as work laptop.')
  }
  const question = await send('/me/passkeys/question', token, {})
  const made = await navigator.credentials.create({
    publicKey: {
      ...question,
      challenge: toBytes(question.challenge),
      user: { ...question.user, id: toBytes(question.user.id) },
      excludeCredentials: withBytes(question.excludeCredentials)
    }
  })
  await send('/me/passkeys', token, {
    label,
    credential: {
      ...credential(made),
      response: {
        attestationObject: toText(made.response.attestationObject),
        clientDataJSON: toText(made.response.clientDataJSON),
        transports: made.response.getTransports?.() ?? []
      }
    }
  })
  window.location.assign('/me/passkeys')
}

async function signIn (place, token) {
  const question = await send('/sign-in/passkey/question', token, {})
  const answer = await navigator.credentials.get({
    publicKey: {
      ...question,
      challenge: toBytes(question.challenge),
      allowCredentials: withBytes(question.allowCredentials)
    }
  })
  const { next } = await send('/sign-in/passkey', token, {
    credential: {
      ...credential(answer),
      response: {
        authenticatorData: toText(answer.response.authenticatorData),
        clientDataJSON: toText(answer.response.clientDataJSON),
        signature: toText(answer.response.signature),
        userHandle: answer.response.userHandle ? toText(answer.response.userHandle) : undefined
      }
    }
  })
  window.location.assign(next)
}

function offer (place, work) {
  const button = place.querySelector('button')
  const message = place.querySelector('[role="alert"]')
  const token = document.querySelector('input[name="_csrf"]')?.value ?? ''
  button.addEventListener('click', async () => {
    message.textContent = ''
    button.disabled = true
    try {
      await work(place, token)
    } catch (failure) {
      // The browser says in its own words, or in none, that the person turned away; the server says what is wrong.
      message.textContent =
        failure instanceof DOMException || failure.message === ''
          ? place.dataset.failed
          : failure.message
    } finally {
      button.disabled = false
    }
  })
  place.hidden = false
}

if (window.PublicKeyCredential) {
  document.querySelectorAll('[data-passkey="register"]').forEach(place => offer(place, register))
  document.querySelectorAll('[data-passkey="sign-in"]').forEach(place => offer(place, signIn))
}
