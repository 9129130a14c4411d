/** Open data: every published value as a file that is written while it is read. */
@NullMarked
package org.silkthread.server.indicators.web.opendata;

import org.jspecify.annotations.NullMarked;
