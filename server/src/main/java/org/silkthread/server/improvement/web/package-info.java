/** The log as teams keep it, and the library of what they share. */
@NullMarked
package org.silkthread.server.improvement.web;

import org.jspecify.annotations.NullMarked;
