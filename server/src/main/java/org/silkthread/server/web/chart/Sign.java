package org.silkthread.server.web.chart;

/**
 * A small picture with words that say the same.
 *
 * @param svg the picture as an SVG element, hidden from screen readers
 * @param words what it says, such as 'Getting better'
 * @param detail more about it, such as 'Lower than usual, and lower is better'
 */
public record Sign(String svg, String words, String detail) {}
