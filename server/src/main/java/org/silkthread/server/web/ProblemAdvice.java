package org.silkthread.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns whatever a controller throws into a {@link Problem}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private final ProblemReplies replies;

    ProblemAdvice(ProblemReplies replies) {
        this.replies = replies;
    }

    /** The security filters answer these: they know whether to ask for a sign-in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    Object reply(Exception failure, HttpServletRequest request) {
        Problem problem = failure instanceof Refusal refusal ? Problem.of(refusal) : Problem.of(status(failure));
        replies.log(problem, request.getMethod(), request.getRequestURI(), failure);
        return replies.reply(problem, request.getRequestURI(), request);
    }

    private static HttpStatusCode status(Exception failure) {
        return failure instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
