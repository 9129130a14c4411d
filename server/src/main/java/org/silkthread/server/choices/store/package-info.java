/** The rows that say which frozen cut a comparison reads. */
@NullMarked
package org.silkthread.server.choices.store;

import org.jspecify.annotations.NullMarked;
