package org.silkthread.server.activity;

/**
 * An attendance with the feed that it came by; numbers of attendances mean something within a feed only.
 *
 * @param feed the code of the feed
 */
public record FeedAttendance(String feed, Attendance attendance) {}
