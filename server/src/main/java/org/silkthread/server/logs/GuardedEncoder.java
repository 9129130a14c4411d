package org.silkthread.server.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes log lines. Messages of exceptions are left out, because they quote what was sent and what is stored: the kind
 * of exception, the state of a failed SQL statement and the places in the code remain. A message that repeats that of
 * its exception loses it, too.
 */
public final class GuardedEncoder extends EncoderBase<ILoggingEvent> {

    private static final String REASONS_NOT_TO_START =
            "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 10;

    /** Made by the logging configuration. */
    public GuardedEncoder() {
        // Nothing to set.
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        List<IThrowableProxy> causes = causes(event.getThrowableProxy());
        StringBuilder out = new StringBuilder(200);
        out.append(event.getInstant())
                .append(' ')
                .append(event.getLevel())
                .append(" [")
                .append(SafeText.of(event.getThreadName()))
                .append("] ")
                .append(event.getLoggerName())
                .append(": ")
                .append(safe(event, causes))
                .append('\n');
        for (int i = 0; i < causes.size(); i++) {
            append(out, causes.get(i), i == 0 ? "" : "caused by ");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Why the application does not start is told in several lines; nothing that came from outside is in them. */
    private static String safe(ILoggingEvent event, List<IThrowableProxy> causes) {
        return REASONS_NOT_TO_START.equals(event.getLoggerName())
                ? SafeText.lines(event.getFormattedMessage())
                : SafeText.of(message(event, causes));
    }

    private static String message(ILoggingEvent event, List<IThrowableProxy> causes) {
        String message = event.getFormattedMessage();
        String text = message == null ? "" : message;
        for (IThrowableProxy cause : causes) {
            String quoted = cause.getMessage();
            if (quoted != null && !quoted.isBlank()) {
                text = text.replace(quoted, "[left out]");
            }
        }
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + " ..." : text;
    }

    private static List<IThrowableProxy> causes(@Nullable IThrowableProxy first) {
        List<IThrowableProxy> causes = new ArrayList<>();
        for (IThrowableProxy cause = first; cause != null && causes.size() < MOST_CAUSES; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static void append(StringBuilder out, IThrowableProxy thrown, String before) {
        out.append("    ")
                .append(before)
                .append(thrown.getClassName())
                .append(sqlState(thrown))
                .append('\n');
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        int own = frames.length - thrown.getCommonFrames();
        for (int i = 0; i < Math.min(own, MOST_FRAMES); i++) {
            out.append("        ").append(frames[i].getSTEAsString()).append('\n');
        }
    }

    private static String sqlState(IThrowableProxy thrown) {
        return thrown instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException failure
                ? " (SQL state " + failure.getSQLState() + ")"
                : "";
    }
}
