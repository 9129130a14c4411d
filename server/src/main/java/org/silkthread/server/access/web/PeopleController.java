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
import org.silkthread.server.identity.FactorRemovals;
import org.silkthread.server.identity.Invitations;
import org.silkthread.server.identity.Joiners;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.ShownOnce;
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
    private final Joiners joiners;
    private final Invitations invitations;
    private final FactorRemovals removals;
    private final PeoplePages pages;

    PeopleController(
            Gatekeeper gatekeeper,
            Appointments appointments,
            Joiners joiners,
            Invitations invitations,
            FactorRemovals removals,
            PeoplePages pages) {
        this.gatekeeper = gatekeeper;
        this.appointments = appointments;
        this.joiners = joiners;
        this.invitations = invitations;
        this.removals = removals;
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
        return list(organisation, frame, PeopleView.Appointing.EMPTY, PeopleView.Inviting.EMPTY, HttpStatus.OK);
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
        return list(
                organisation, frame, form.with(problems), PeopleView.Inviting.EMPTY, HttpStatus.UNPROCESSABLE_CONTENT);
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
                        pages.person(organisation, id, gatekeeper.requireAtAll(Action.ADMINISTER_ACCESS))));
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

    /** Opens an account with its first post, and shows once the link with which its holder chooses a password. */
    @ShownOnce
    @PostMapping("/people/{organisation}/invite")
    ModelAndView invite(
            @PathVariable String organisation,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            PageFrame frame) {
        SignedIn administrator = administrator(organisation);
        PeopleView.Inviting form =
                new PeopleView.Inviting(username.strip().toLowerCase(Locale.ROOT), name.strip(), role, List.of());
        List<FormProblem> problems = new ArrayList<>(form.problemsOfItsOwn());
        Optional<Role> chosen = chosen(role, organisation, administrator, problems);
        if (problems.isEmpty()) {
            try {
                Invitations.Link link = joiners.invite(
                        form.username(),
                        form.name(),
                        new Post(chosen.orElseThrow(), organisation),
                        administrator.actor());
                return link(organisation, form.name(), link, frame);
            } catch (IllegalArgumentException refused) {
                problems.add(new FormProblem("invite-username", String.valueOf(refused.getMessage())));
            }
        }
        return list(
                organisation,
                frame,
                PeopleView.Appointing.EMPTY,
                form.with(problems),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Makes another link, for somebody who forgot their password. */
    @ShownOnce
    @PostMapping("/people/{organisation}/{person}/link")
    ModelAndView newLink(@PathVariable String organisation, @PathVariable String person, PageFrame frame) {
        SignedIn administrator = administrator(organisation);
        SignedIn holder = whollyLookedAfter(organisation, person, administrator);
        return link(organisation, holder.name(), invitations.make(holder.username(), administrator.actor()), frame);
    }

    /** Asks for the removal of a second factor that its owner lost; another administrator decides. */
    @PostMapping("/people/{organisation}/{person}/factor")
    String askRemoval(
            @PathVariable String organisation,
            @PathVariable String person,
            @RequestParam(defaultValue = "") String reason) {
        SignedIn administrator = administrator(organisation);
        SignedIn holder = whollyLookedAfter(organisation, person, administrator);
        return decided(organisation, person, () -> removals.ask(holder.username(), reason, administrator.actor()));
    }

    @PostMapping("/people/{organisation}/{person}/factor/decide")
    String decideRemoval(
            @PathVariable String organisation,
            @PathVariable String person,
            @RequestParam(defaultValue = "") String decision) {
        SignedIn administrator = administrator(organisation);
        SignedIn holder = whollyLookedAfter(organisation, person, administrator);
        FactorRemovals.Asked asked = removals.waiting().stream()
                .filter(waiting -> waiting.username().equals(holder.username()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("This is decided already.", "Go back to the list of people."));
        return decided(
                organisation,
                person,
                () -> removals.decide(asked.id(), decision.equals("agree"), administrator.actor()));
    }

    private static String decided(String organisation, String person, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException refused) {
            throw Refusal.badRequest(String.valueOf(refused.getMessage()) + ".", "Go back to the person's page.");
        }
        return "redirect:/people/" + organisation + "/" + person;
    }

    /**
     * Somebody all of whose posts the administrator looks after: nobody gets at an account that also acts for others by
     * way of the smallest organisation where it has a post.
     */
    private SignedIn whollyLookedAfter(String organisation, String person, SignedIn administrator) {
        SignedIn holder = appointments
                .find(holder(organisation, person))
                .orElseThrow(() -> Refusal.conflict("This account is closed.", "Go back to the list of people."));
        boolean elsewhere = holder.organisations().stream()
                .anyMatch(code -> !gatekeeper.allows(Action.ADMINISTER_ACCESS, Resource.ofOrganisation(code)));
        if (elsewhere) {
            throw Refusal.forbidden(
                    "This person also holds posts at organisations that you do not look after.",
                    "Ask the country's administrators.");
        }
        if (holder.username().equals(administrator.username())) {
            throw Refusal.forbidden(
                    "Nobody does this for themselves.", "Use your own account's page, or ask another administrator.");
        }
        return holder;
    }

    private static ModelAndView link(String organisation, String name, Invitations.Link link, PageFrame frame) {
        return new ModelAndView(
                "access/link",
                Map.of(
                        "frame",
                        frame.titled("A link to choose a password").under(HOME, here(organisation)),
                        "view",
                        new PeopleView.Link(organisation, name, link.username(), link.path(), link.expires())));
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

    private ModelAndView list(
            String organisation,
            PageFrame frame,
            PeopleView.Appointing appointing,
            PeopleView.Inviting inviting,
            HttpStatus status) {
        PeopleView.Organisation view =
                pages.organisation(organisation, appointing, inviting, administrator(organisation));
        return new ModelAndView(
                "access/organisation",
                Map.of(
                        "frame",
                        frame.titled("People at " + view.name())
                                .under(HOME)
                                .withProblems(!view.problems().isEmpty()),
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
