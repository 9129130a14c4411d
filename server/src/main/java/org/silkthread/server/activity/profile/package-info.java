/** How the messages of each kind of sender are read. */
@NullMarked
package org.silkthread.server.activity.profile;

import org.jspecify.annotations.NullMarked;
