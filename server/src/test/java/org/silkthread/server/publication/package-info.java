/** What a publication may and may not become. */
@NullMarked
package org.silkthread.server.publication;

import org.jspecify.annotations.NullMarked;
