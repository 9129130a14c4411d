/** What the room of dashboards promises. */
@NullMarked
package org.silkthread.server.dashboards;

import org.jspecify.annotations.NullMarked;
