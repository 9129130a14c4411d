package org.silkthread.server.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Answers a request that a filter refuses as a controller's refusal is answered: by a page or a problem document. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class RefusedEarly {

    private final HandlerExceptionResolver problems;
    private final ViewResolver templates;

    RefusedEarly(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Qualifier("templateViews") ViewResolver templates) {
        this.problems = problems;
        this.templates = templates;
    }

    /**
     * Writes the answer; nothing must have been written before, headers may be set.
     *
     * @throws IOException if the reader has gone
     */
    public void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ModelAndView page = problems.resolveException(request, response, null, refusal);
        // A document is written by now; a page would be drawn by the dispatcher, which this request does not reach.
        if (page != null && page.getViewName() != null) {
            response.setStatus(Optional.ofNullable(page.getStatus())
                    .map(HttpStatusCode::value)
                    .orElse(refusal.status().value()));
            draw(page, page.getViewName(), request, response);
        }
    }

    private void draw(ModelAndView page, String name, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            View view = templates.resolveViewName(name, Locale.UK);
            if (view == null) {
                throw new IllegalStateException("There is no template " + name);
            }
            view.render(page.getModel(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException("The page of a refusal cannot be drawn", e);
        }
    }
}
