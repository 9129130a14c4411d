package org.silkthread.server.dashboards.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.DashboardTemplate;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a team begins a dashboard: a name, what to begin with, and the feeds of its organisation that it is worked out from. */
@Controller
class NewDashboardController {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CODE = 50;

    private final Gatekeeper gatekeeper;
    private final Dashboards dashboards;
    private final Feeds feeds;
    private final Clock clock;

    NewDashboardController(Gatekeeper gatekeeper, Dashboards dashboards, Feeds feeds, Clock clock) {
        this.gatekeeper = gatekeeper;
        this.dashboards = dashboards;
        this.feeds = feeds;
        this.clock = clock;
    }

    @GetMapping(DashboardController.HOME + "/new")
    ModelAndView begin(PageFrame frame) {
        caller();
        return page("", "", List.of(), List.of(), frame);
    }

    @PostMapping(DashboardController.HOME + "/new")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(name = "feed", defaultValue = "") List<String> chosen,
            PageFrame frame) {
        SignedIn by = caller();
        List<Feed> from =
                mine().stream().filter(feed -> chosen.contains(feed.code())).toList();
        Optional<DashboardTemplate> like =
                templates().stream().filter(one -> one.id().equals(template)).findFirst();
        List<FormProblem> problems = problems(name, like, from);
        if (!problems.isEmpty()) {
            return page(name, template, chosen, problems, frame);
        }
        Dashboard dashboard = new Dashboard(
                code(from.getFirst().organisation(), name),
                from.getFirst().organisation(),
                name,
                from.stream().map(Feed::code).toList(),
                Map.<Kind, Set<String>>of(),
                like.orElseThrow().tiles(),
                true);
        dashboards.put(dashboard, by.actor());
        return new ModelAndView("redirect:" + DashboardController.HOME + "/" + dashboard.code() + "/change");
    }

    private static List<FormProblem> problems(String name, Optional<DashboardTemplate> like, List<Feed> from) {
        List<FormProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.add(new FormProblem("name", "Enter a name of at most " + LONGEST_NAME + " characters"));
        }
        if (like.isEmpty()) {
            problems.add(new FormProblem("template", "Choose what to begin with"));
        }
        if (from.isEmpty()) {
            problems.add(new FormProblem("feed", "Choose at least one feed"));
        } else if (from.stream().map(Feed::organisation).distinct().count() > 1) {
            problems.add(new FormProblem("feed", "Choose feeds of one organisation"));
        }
        return problems;
    }

    /** Of the name's letters and digits, with a number behind it when it is taken. */
    private String code(String organisation, String name) {
        String slug = (organisation + "-" + name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String base = slug.substring(0, Math.min(slug.length(), LONGEST_CODE)).replaceAll("^-+|-+$", "");
        String code = base;
        for (int next = 2; dashboards.isTaken(code); next++) {
            code = base + "-" + next;
        }
        return code;
    }

    private ModelAndView page(
            String name, String template, List<String> chosen, List<FormProblem> problems, PageFrame frame) {
        ModelAndView page = new ModelAndView(
                "dashboards/new",
                Map.of(
                        "frame",
                        frame.titled("New dashboard")
                                .under(PageLink.to("Dashboards", DashboardController.HOME))
                                .withProblems(!problems.isEmpty()),
                        "name",
                        name,
                        "templates",
                        templates().stream()
                                .map(one -> Choice.of(one.id(), one.title())
                                        .withHint(one.summary())
                                        .chosenIf(one.id().equals(template)))
                                .toList(),
                        "feeds",
                        mine().stream()
                                .map(feed -> Choice.of(feed.code(), feed.name() + ", " + feed.organisation())
                                        .chosenIf(chosen.contains(feed.code())))
                                .toList(),
                        "problems",
                        problems));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<DashboardTemplate> templates() {
        return dashboards.templates(LocalDate.ofInstant(clock.instant(), UkTime.ZONE));
    }

    private List<Feed> mine() {
        return feeds.all().stream()
                .filter(Feed::open)
                .filter(feed ->
                        gatekeeper.allows(Action.DEFINE_DASHBOARD, Resource.ofOrganisation(feed.organisation())))
                .toList();
    }

    private SignedIn caller() {
        return gatekeeper.requireAtAll(Action.DEFINE_DASHBOARD);
    }
}
