package org.silkthread.server.evidence.web;

import java.util.Optional;
import org.silkthread.server.evidence.Guidance;

/** A document in the list. */
public record DocumentItem(Guidance document, Optional<Notice> notice) {}
