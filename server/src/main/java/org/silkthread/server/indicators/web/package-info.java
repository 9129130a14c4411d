/** The public reading side of the indicators room: pages, open data and REST. */
@NullMarked
package org.silkthread.server.indicators.web;

import org.jspecify.annotations.NullMarked;
