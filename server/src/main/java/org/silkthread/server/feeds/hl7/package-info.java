/** HL7 version 2 messages as segments and fields, whatever their structure. */
@NullMarked
@NamedInterface("hl7")
package org.silkthread.server.feeds.hl7;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
