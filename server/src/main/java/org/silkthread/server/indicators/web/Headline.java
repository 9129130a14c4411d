package org.silkthread.server.indicators.web;

import java.util.List;

/**
 * A figure shown large, with everything that a figure must carry.
 *
 * @param name what it is the figure of, for people who hear the link without seeing the page
 * @param shown whether there is a value; otherwise {@code value} says why not
 * @param value '75.2%', or the reason in words
 * @param unit what stands beside the value; blank when nothing does
 * @param plain the same for readers who find percentages hard, or the rest of the reason
 * @param facts period, base, interval, source, age, next release and status
 * @param marks what other bodies say about it
 * @param href the figure page; blank on the figure page itself
 */
public record Headline(
        String name,
        boolean shown,
        String value,
        String unit,
        String plain,
        List<Fact> facts,
        List<MarkLine> marks,
        String href) {}
