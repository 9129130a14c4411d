package org.silkthread.server.dashboards.web;

/**
 * A moment of the past that somebody looks back to.
 *
 * @param time in words
 * @param field as the form's field holds it
 * @param wall what a screen on a wall showed then
 */
public record PastView(String time, String field, BoardView wall) {}
