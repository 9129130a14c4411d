package org.silkthread.server.keys;

import java.util.List;

/** The server does not start, because a secret is missing, known to everybody or open to others. */
public final class StartRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    StartRefused(List<String> faults) {
        super("The server does not start:\n- " + String.join("\n- ", faults));
    }
}
