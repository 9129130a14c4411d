/** The issuer that comes with the application: what it takes for proof of who somebody is, and what it states of them. */
@NullMarked
package org.silkthread.server.identity.issuer;

import org.jspecify.annotations.NullMarked;
