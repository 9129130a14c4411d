package org.silkthread.bench.feeds;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.silkthread.cli.mllp.Sending;

/** Arrivals without end: each adds one person to a department, so that a screen's count says which messages it knows. */
final class Arrivals {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clock clock = Clock.systemUTC();
    private final AtomicLong number = new AtomicLong();

    Sending next() {
        String now = STAMP.format(clock.instant());
        long id = number.incrementAndGet();
        String message = "MSH|^~\\&|PAS|ZED|SILKTHREAD|ZED|" + now + "||ADT^A04|a" + id + "|P|2.4\rEVN|A04|" + now
                + "\rPID|1||P" + id + "^^^ZED^PI||Thistlewick^Ada||19500101|F\rPV1|1|E|WAITING"
                + "|".repeat(11) + "other" + "|".repeat(5) + "V" + id + "|".repeat(25) + now + "\r";
        return new Sending(clock.instant(), message);
    }
}
