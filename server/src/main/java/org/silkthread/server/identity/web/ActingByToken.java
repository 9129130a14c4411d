package org.silkthread.server.identity.web;

import java.util.Optional;
import org.silkthread.server.audit.ActingBy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Writes the name of the token beside everything that is done with it. */
@Component
class ActingByToken implements ActingBy {

    @Override
    public Optional<String> words() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication program
                ? Optional.of("by the token \"" + program.token().name() + "\"")
                : Optional.empty();
    }
}
