package org.silkthread.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers failures outside any controller, such as a refusal by the security filters. */
@Controller
class ProblemController implements ErrorController {

    private final ProblemReplies replies;

    ProblemController(ProblemReplies replies) {
        this.replies = replies;
    }

    @RequestMapping("/error")
    Object reply(HttpServletRequest request) {
        Problem problem = Problem.of(status(request));
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
        Throwable cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? thrown
                : new IllegalStateException("The request failed outside the controllers");
        replies.log(problem, request, cause);
        return replies.reply(problem, path, request);
    }

    /** Somebody who opens /error themselves finds no page there. */
    private static HttpStatusCode status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }
}
