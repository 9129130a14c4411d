/** The pages of dashboards and walls, and the streams that keep them live. */
@NullMarked
package org.silkthread.server.dashboards.web;

import org.jspecify.annotations.NullMarked;
