/** The tables of contracts and statements. */
@NullMarked
package org.silkthread.server.payment.store;

import org.jspecify.annotations.NullMarked;
