package org.silkthread.server.persons.web;

import jakarta.servlet.http.HttpSession;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.AccessNotes;
import org.silkthread.server.persons.Candidate;
import org.silkthread.server.persons.Finding;
import org.silkthread.server.persons.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Makes staff look twice where two people could be taken for each other. Which ones were looked at twice is remembered as
 * long as they are signed in.
 */
@Component
class RightPerson {

    private static final String CHECKED = RightPerson.class.getName() + ".";

    private final Finding finding;
    private final Gatekeeper gate;
    private final CurrentUser user;
    private final AccessNotes notes;

    RightPerson(Finding finding, Gatekeeper gate, CurrentUser user, AccessNotes notes) {
        this.finding = finding;
        this.gate = gate;
        this.user = user;
        this.notes = notes;
    }

    /** Whether there is somebody of the same name and date of birth and nobody has looked twice yet. */
    boolean needsCheck(PersonId person, HttpSession session) {
        return session.getAttribute(CHECKED + person) == null
                && finding.candidate(person)
                        .filter(candidate -> !candidate.lookAlikes().isEmpty())
                        .isPresent();
    }

    void checked(PersonId person, HttpSession session) {
        session.setAttribute(CHECKED + person, true);
    }

    /** Somebody as a search shows them, for those who may search; it is in the person's access log as one. */
    Candidate found(PersonId person) {
        Actor.Person actor = clinician();
        Candidate candidate = finding.candidate(person).orElseThrow(Desk::nothing);
        notes.note(actor, candidate.person().id(), "persons.search-hit", "Looked at who they are.");
        return candidate;
    }

    /** The caller in the post in which the policy lets them look for people. */
    Actor.Person clinician() {
        SignedIn caller = user.require();
        return caller.organisations(Role.CLINICIAN).stream()
                .sorted()
                .filter(code -> gate.allows(Action.SEARCH_PEOPLE, Resource.ofOrganisation(code)))
                .findFirst()
                .map(code -> new Actor.Person(caller.username(), caller.name(), Role.CLINICIAN.label(), code))
                .orElseThrow(() -> new AccessDeniedException("Only clinicians look for people"));
    }
}
