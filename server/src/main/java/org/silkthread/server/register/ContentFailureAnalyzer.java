package org.silkthread.server.register;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** When content stops the server from starting, its operator reads what to mend and no stack trace. */
class ContentFailureAnalyzer extends AbstractFailureAnalyzer<ContentException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ContentException cause) {
        return new FailureAnalysis(
                "The content cannot be loaded.\n\n" + cause.getMessage(), "Mend the file and start again.", cause);
    }
}
