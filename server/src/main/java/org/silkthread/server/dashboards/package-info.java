/** Live dashboards of clinical teams: what is measured, how it is worked out, and how it is shown. */
@NullMarked
package org.silkthread.server.dashboards;

import org.jspecify.annotations.NullMarked;
