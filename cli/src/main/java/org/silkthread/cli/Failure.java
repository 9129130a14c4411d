package org.silkthread.cli;

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

    private static boolean isWrapping(Throwable failure) {
        return failure.getMessage() == null
                || failure.getClass().getName().startsWith("org.springframework.beans")
                || failure.getClass().getName().startsWith("org.springframework.boot")
                || failure.getClass().getName().startsWith("org.springframework.context");
    }
}
