/** Passkeys: public keys whose private halves stay in people's devices (WebAuthn). */
@NullMarked
package org.silkthread.server.identity.passkey;

import org.jspecify.annotations.NullMarked;
