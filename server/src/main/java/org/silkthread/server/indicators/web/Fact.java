package org.silkthread.server.indicators.web;

/**
 * A short fact beside a figure, such as 'Based on' and '12 of 340 attendances'.
 *
 * @param key what it is
 * @param value what it says, never blank
 */
public record Fact(String key, String value) {}
