/** The provider's workplace for its accounts, and the accounts as the public reads them. */
@NullMarked
package org.silkthread.server.accounts.web;

import org.jspecify.annotations.NullMarked;
