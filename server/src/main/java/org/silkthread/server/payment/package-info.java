/** Pays for quality by versioned rules of a financial year: CQUIN contracts and their statements, to the penny. */
@NullMarked
package org.silkthread.server.payment;

import org.jspecify.annotations.NullMarked;
