/** The account's year-end as people walk it in a browser. */
@NullMarked
package org.silkthread.server.accounts.web;

import org.jspecify.annotations.NullMarked;
