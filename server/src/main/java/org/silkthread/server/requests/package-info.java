/** How many requests one caller may make, and that what is sent twice is done once. */
@NullMarked
package org.silkthread.server.requests;

import org.jspecify.annotations.NullMarked;
