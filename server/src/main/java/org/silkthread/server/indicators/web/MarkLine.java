package org.silkthread.server.indicators.web;

/**
 * A mark that another body set on a figure, such as 'Not validated'.
 *
 * @param label the mark itself
 * @param explanation what it means, as the text of a link
 * @param href where its reason can be read
 */
public record MarkLine(String label, String explanation, String href) {}
