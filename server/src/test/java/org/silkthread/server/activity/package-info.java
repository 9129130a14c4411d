/** What the room of attendances promises. */
@NullMarked
package org.silkthread.server.activity;

import org.jspecify.annotations.NullMarked;
