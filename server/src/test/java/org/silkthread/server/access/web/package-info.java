/** The list of routes against the running application. */
@NullMarked
package org.silkthread.server.access.web;

import org.jspecify.annotations.NullMarked;
