package org.silkthread.cli;

import org.jspecify.annotations.Nullable;

/** What to tell a person when a command fails: the reason, without the machinery around it. */
final class Failure {

    private Failure() {}

    static String inWords(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && isWrapping(cause)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** The message with what looks like a token blotted out: a mistyped option would otherwise repeat it on the screen. */
    static String withoutTokens(@Nullable String message) {
        return message == null ? "" : message.replaceAll("silk_[0-9A-Za-z]+", "silk_***");
    }

    private static boolean isWrapping(Throwable failure) {
        return failure.getMessage() == null
                || failure.getClass().getName().startsWith("org.springframework.beans")
                || failure.getClass().getName().startsWith("org.springframework.boot")
                || failure.getClass().getName().startsWith("org.springframework.context");
    }
}
