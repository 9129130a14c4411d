/** FHIR R4 resources as far as readers of messages need them, and how the senders of resources are answered. */
@NullMarked
@NamedInterface("fhir")
package org.silkthread.server.feeds.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
