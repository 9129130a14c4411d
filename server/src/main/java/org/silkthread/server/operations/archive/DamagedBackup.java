package org.silkthread.server.operations.archive;

import java.io.IOException;

/** A file that is no whole backup; the message says what is wrong in words. */
public final class DamagedBackup extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedBackup(String words) {
        super(words);
    }
}
