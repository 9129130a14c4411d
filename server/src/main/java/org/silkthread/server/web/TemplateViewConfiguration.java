package org.silkthread.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Draws a view name such as {@code indicators/figure} with the template {@code indicators/figure.jte}. */
@Configuration(proxyBeanMethods = false)
class TemplateViewConfiguration {

    private static final String TEMPLATE_PACKAGE = "org.silkthread.templates";

    @Bean
    TemplateEngine templateEngine() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, TemplateViewConfiguration.class.getClassLoader(), TEMPLATE_PACKAGE);
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    ViewResolver templateViews(TemplateEngine engine) {
        return (String name, Locale locale) -> {
            String template = name + ".jte";
            return engine.hasTemplate(template) ? new TemplateView(engine, template) : null;
        };
    }

    private record TemplateView(TemplateEngine engine, String template) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Utf8ByteOutput page = new Utf8ByteOutput();
            @SuppressWarnings("unchecked")
            Map<String, Object> values = model == null ? Map.of() : (Map<String, Object>) model;
            engine.render(template, values, page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
