/** What patients say, and what it comes to. */
@NullMarked
package org.silkthread.server.satisfaction;

import org.jspecify.annotations.NullMarked;
