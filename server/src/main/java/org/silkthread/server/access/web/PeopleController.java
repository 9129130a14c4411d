package org.silkthread.server.access.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.identity.Appointments;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which an organisation looks after who holds which post, and sees who can do what and why. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PeopleController {

    private static final PageLink HOME = PageLink.to("People and posts", "/people");

    private final Gatekeeper gatekeeper;
    private final Appointments appointments;
    private final PeoplePages pages;

    PeopleController(Gatekeeper gatekeeper, Appointments appointments, PeoplePages pages) {
        this.gatekeeper = gatekeeper;
        this.appointments = appointments;
        this.pages = pages;
    }

    @GetMapping("/people")
    ModelAndView home(PageFrame frame) {
        SignedIn person = gatekeeper.requireAtAll(Action.ADMINISTER_ACCESS);
        return new ModelAndView(
                "access/home", Map.of("frame", frame.titled("People and posts").under(), "view", pages.home(person)));
    }

    @GetMapping("/people/{organisation}")
    ModelAndView organisation(@PathVariable String organisation, PageFrame frame) {
        administrator(organisation);
        return list(organisation, frame, PeopleView.Appointing.EMPTY, HttpStatus.OK);
    }

    @PostMapping("/people/{organisation}/posts")
    ModelAndView appoint(
            @PathVariable String organisation,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String until,
            PageFrame frame) {
        SignedIn administrator = administrator(organisation);
        PeopleView.Appointing form = new PeopleView.Appointing(username.strip(), role, until.strip(), List.of());
        List<FormProblem> problems = new ArrayList<>();
        Optional<Role> chosen = chosen(role, organisation, administrator, problems);
        Optional<LocalDate> lastDay = lastDay(form.until(), problems);
        if (form.username().equals(administrator.username())) {
            problems.add(new FormProblem("username", "Ask another administrator to change your own posts"));
        }
        if (problems.isEmpty()) {
            try {
                appointments.appoint(
                        form.username().toLowerCase(Locale.ROOT),
                        new Post(chosen.orElseThrow(), organisation),
                        lastDay.map(
                                day -> day.plusDays(1).atStartOfDay(UkTime.ZONE).toInstant()),
                        administrator.actor());
                return new ModelAndView("redirect:/people/" + organisation);
            } catch (IllegalArgumentException refused) {
                problems.add(new FormProblem("username", String.valueOf(refused.getMessage())));
            }
        }
        return list(organisation, frame, form.with(problems), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What somebody can do at the organisation, and why. */
    @GetMapping("/people/{organisation}/{person}")
    ModelAndView person(@PathVariable String organisation, @PathVariable String person, PageFrame frame) {
        administrator(organisation);
        UUID id = holder(organisation, person);
        return new ModelAndView(
                "access/person",
                Map.of(
                        "frame",
                        frame.titled("What this person can do").under(HOME, here(organisation)),
                        "view",
                        pages.person(organisation, id)));
    }

    @PostMapping("/people/{organisation}/{person}/end")
    String end(
            @PathVariable String organisation,
            @PathVariable String person,
            @RequestParam(defaultValue = "") String role) {
        SignedIn administrator = administrator(organisation);
        UUID id = holder(organisation, person);
        if (appointments.find(id).filter(administrator::equals).isPresent()) {
            throw Refusal.forbidden(
                    "Nobody changes their own posts.", "Ask another administrator to change your own posts.");
        }
        Role ended =
                known(role).orElseThrow(() -> Refusal.badRequest("There is no such post.", "Go back and try again."));
        appointments.release(id, new Post(ended, organisation), administrator.actor());
        return "redirect:/people/" + organisation + "/" + id;
    }

    /** Who can do something at the organisation, and why. */
    @GetMapping("/people/{organisation}/can")
    ModelAndView can(
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String action,
            PageFrame frame) {
        administrator(organisation);
        Optional<Action> asked = Arrays.stream(Action.values())
                .filter(known -> known.name().equals(action))
                .findFirst();
        return new ModelAndView(
                "access/can",
                Map.of(
                        "frame",
                        frame.titled("Who can do this here").under(HOME, here(organisation)),
                        "view",
                        pages.can(organisation, asked)));
    }

    private SignedIn administrator(String organisation) {
        return gatekeeper.require(Action.ADMINISTER_ACCESS, Resource.ofOrganisation(organisation));
    }

    private ModelAndView list(String organisation, PageFrame frame, PeopleView.Appointing form, HttpStatus status) {
        PeopleView.Organisation view = pages.organisation(
                organisation,
                form,
                gatekeeper.require(Action.ADMINISTER_ACCESS, Resource.ofOrganisation(organisation)));
        return new ModelAndView(
                "access/organisation",
                Map.of(
                        "frame",
                        frame.titled("People at " + view.name())
                                .under(HOME)
                                .withProblems(!form.problems().isEmpty()),
                        "view",
                        view),
                status);
    }

    /** Somebody who holds or held a post here; about anybody else this organisation learns nothing. */
    private UUID holder(String organisation, String person) {
        return appointments.at(organisation).stream()
                .map(appointment -> appointment.person())
                .filter(id -> id.toString().equals(person))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "Nobody with a post here has this address.", "Go back to the list of people."));
    }

    private static Optional<Role> chosen(
            String role, String organisation, SignedIn administrator, List<FormProblem> problems) {
        Optional<Role> chosen = known(role);
        if (chosen.isEmpty()) {
            problems.add(new FormProblem("role", "Choose a post"));
        } else if (!PeoplePages.given(organisation, administrator).contains(chosen.get())) {
            problems.add(new FormProblem(
                    "role", "Posts that reach beyond the organisation are given by the country's administrators"));
        }
        return chosen;
    }

    private static Optional<Role> known(String role) {
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst();
    }

    private static Optional<LocalDate> lastDay(String until, List<FormProblem> problems) {
        if (until.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(until));
        } catch (DateTimeParseException notADay) {
            problems.add(new FormProblem("until", "Enter the last day as year, month and day, such as 2027-03-31"));
            return Optional.empty();
        }
    }

    private static PageLink here(String organisation) {
        return PageLink.to("People at " + organisation, "/people/" + organisation);
    }
}
