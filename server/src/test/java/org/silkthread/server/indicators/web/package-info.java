/** Tests of the pages of figures. */
@NullMarked
package org.silkthread.server.indicators.web;

import org.jspecify.annotations.NullMarked;
