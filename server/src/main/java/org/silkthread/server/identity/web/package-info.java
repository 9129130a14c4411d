/** Signing in and out, and which routes are open to whom. */
@NullMarked
package org.silkthread.server.identity.web;

import org.jspecify.annotations.NullMarked;
