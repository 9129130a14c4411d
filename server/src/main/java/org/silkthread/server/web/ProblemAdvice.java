package org.silkthread.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a controller throws into a {@link Problem}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemReplies replies;

    ProblemAdvice(ProblemReplies replies) {
        this.replies = replies;
    }

    /** The security filters answer these: they know whether to ask for a sign-in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refusal) {
        throw refusal;
    }

    /** The reader has gone away: there is nobody to answer and nothing to put right. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void nobodyIsListening(AsyncRequestNotUsableException gone) {
        LOG.debug("The reader left before the reply was sent", gone);
    }

    @ExceptionHandler(Exception.class)
    Object reply(Exception failure, HttpServletRequest request) {
        Problem problem = failure instanceof Refusal refusal ? Problem.of(refusal) : Problem.of(status(failure));
        replies.log(problem, request, failure);
        return replies.reply(problem, request.getRequestURI(), request);
    }

    private static HttpStatusCode status(Exception failure) {
        return switch (failure) {
            case ErrorResponse known -> known.getStatusCode();
            case TypeMismatchException unreadable -> HttpStatus.BAD_REQUEST;
            case HttpMessageNotReadableException unreadable -> HttpStatus.BAD_REQUEST;
            case ConstraintViolationException outOfBounds -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
