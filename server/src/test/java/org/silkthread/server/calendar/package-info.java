@NullMarked
package org.silkthread.server.calendar;

import org.jspecify.annotations.NullMarked;
