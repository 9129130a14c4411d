/** What teams change in order to improve: plan, do, study, act, and what the figures say after each change. */
@NullMarked
package org.silkthread.server.improvement;

import org.jspecify.annotations.NullMarked;
