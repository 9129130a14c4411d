package org.silkthread.server.choices.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;

/**
 * The second question: which providers.
 *
 * @param howMany how many providers offer the service
 * @param order how they are ordered
 */
public record ChooseView(
        String service,
        String serviceCode,
        String near,
        String howMany,
        String order,
        String changeHref,
        List<Band> bands,
        List<FormProblem> problems) {

    /** Providers that are equally near, as far as we know. */
    public record Band(String heading, List<Option> options) {}

    /** One provider. */
    public record Option(String id, String code, String name, String about, boolean chosen) {}
}
