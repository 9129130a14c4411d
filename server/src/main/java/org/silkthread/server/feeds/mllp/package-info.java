/** The minimal lower layer protocol: HL7 version 2 messages over TCP, framed by single characters. */
@NullMarked
package org.silkthread.server.feeds.mllp;

import org.jspecify.annotations.NullMarked;
