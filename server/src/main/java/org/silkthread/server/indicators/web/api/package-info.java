/** The REST face of the indicators room: JSON, CSV and its description. */
@NullMarked
package org.silkthread.server.indicators.web.api;

import org.jspecify.annotations.NullMarked;
