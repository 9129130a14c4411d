@NullMarked
package org.silkthread.server.payment;

import org.jspecify.annotations.NullMarked;
