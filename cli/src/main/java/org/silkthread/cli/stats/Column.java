package org.silkthread.cli.stats;

/**
 * A column of a table.
 *
 * @param index its place, from 0
 * @param name its name in the header row
 */
record Column(int index, String name) {}
