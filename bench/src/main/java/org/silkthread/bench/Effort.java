package org.silkthread.bench;

/** How much work a benchmark spends. */
public enum Effort {
    /** Enough for figures to be written down. */
    FULL,
    /** The least that runs every line; its figures mean nothing. */
    SMOKE
}
