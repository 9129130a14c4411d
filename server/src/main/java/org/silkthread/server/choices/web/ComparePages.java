package org.silkthread.server.choices.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.choices.EligibleProviders;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.ServiceLine;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choose a service, choose up to three providers, see them side by side. Every step is an address that can be kept. */
@Controller
class ComparePages {

    static final int MOST = 3;

    private static final int MOST_SENT = 50;

    private final EligibleProviders eligible;
    private final ChoosePage choose;
    private final ComparisonPage comparison;
    private final Reader reader;

    ComparePages(EligibleProviders eligible, ChoosePage choose, ComparisonPage comparison, Reader reader) {
        this.eligible = eligible;
        this.choose = choose;
        this.comparison = comparison;
        this.reader = reader;
    }

    @GetMapping("/compare")
    String compare(
            @RequestParam(required = false) Optional<String> service,
            @RequestParam(defaultValue = "") String near,
            @RequestParam(defaultValue = "") List<String> organisation,
            @RequestParam(defaultValue = "") String change,
            Model model) {
        String place = Parameters.words("near", near);
        if (organisation.size() > MOST_SENT) {
            throw Parameters.refused("organisation", organisation.size() + " codes", "given at most 3 times");
        }
        List<ServiceLine> services = eligible.services();
        Optional<ServiceLine> chosen = service.flatMap(code ->
                services.stream().filter(line -> line.code().equals(code)).findFirst());
        if (chosen.isEmpty()) {
            return start(services, place, service.isPresent(), model);
        }
        List<Organisation> providers = eligible.of(chosen.get().code());
        List<Organisation> picked = picked(organisation, providers);
        if (picked.isEmpty() || picked.size() > MOST || change.equals("yes") || isCut(organisation, picked)) {
            String problem =
                    picked.size() > MOST ? "Choose up to 3 providers. You have chosen " + picked.size() + "." : "";
            model.addAttribute("view", choose.view(chosen.get(), place, providers, picked, problem));
            return "choices/choose";
        }
        model.addAttribute("view", comparison.view(chosen.get(), place, picked, reader.audience()));
        return "choices/comparison";
    }

    /** A code that names no provider of the service: the list is shown again rather than half an answer. */
    private static boolean isCut(List<String> asked, List<Organisation> picked) {
        return new LinkedHashSet<>(asked).size() != picked.size();
    }

    private static String start(List<ServiceLine> services, String near, boolean asked, Model model) {
        List<FormProblem> problems =
                asked ? List.of(new FormProblem("service", "Choose the service you need")) : List.of();
        model.addAttribute(
                "view",
                new StartView(
                        services.stream()
                                .map(line -> Choice.of(line.code(), line.name()).withHint(line.description()))
                                .toList(),
                        near,
                        problems));
        return "choices/start";
    }

    private static List<Organisation> picked(List<String> codes, List<Organisation> providers) {
        return new LinkedHashSet<>(codes)
                .stream()
                        .flatMap(code -> providers.stream()
                                .filter(provider -> provider.code().equals(code)))
                        .toList();
    }
}
