/** The regulator's work as people do it in a browser. */
@NullMarked
package org.silkthread.server.regulation.web;

import org.jspecify.annotations.NullMarked;
