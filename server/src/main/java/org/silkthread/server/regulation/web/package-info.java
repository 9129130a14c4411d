/** The regulator's workplace and the public page of a verdict. */
@NullMarked
package org.silkthread.server.regulation.web;

import org.jspecify.annotations.NullMarked;
