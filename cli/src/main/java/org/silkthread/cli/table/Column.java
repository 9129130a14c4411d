package org.silkthread.cli.table;

/**
 * A column of a table.
 *
 * @param index its place, from 0
 * @param name its name in the header row
 */
public record Column(int index, String name) {}
