/** Choosing a provider: services side by side in words and shapes, from the same frozen cut as the Quality Account. */
@NullMarked
package org.silkthread.server.choices;

import org.jspecify.annotations.NullMarked;
