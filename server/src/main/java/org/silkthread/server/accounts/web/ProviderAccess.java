package org.silkthread.server.accounts.web;

import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may do what with the accounts of an organisation. */
@Component
class ProviderAccess {

    private final CurrentUser currentUser;

    ProviderAccess(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** The quality lead, who writes the account. */
    Actor.Person lead(String organisation) {
        return as(currentUser.require(Role.QUALITY_LEAD, organisation), Role.QUALITY_LEAD, organisation);
    }

    /** The accountable officer, who signs it. */
    Actor.Person officer(String organisation) {
        return as(currentUser.require(Role.ACCOUNTABLE_OFFICER, organisation), Role.ACCOUNTABLE_OFFICER, organisation);
    }

    /** Either of the two. */
    Actor.Person leadOrOfficer(String organisation) {
        SignedIn person = currentUser.require();
        if (person.holds(Role.QUALITY_LEAD, organisation)) {
            return as(person, Role.QUALITY_LEAD, organisation);
        }
        if (person.holds(Role.ACCOUNTABLE_OFFICER, organisation)) {
            return as(person, Role.ACCOUNTABLE_OFFICER, organisation);
        }
        throw new AccessDeniedException("A quality lead or accountable officer of " + organisation + " is needed");
    }

    /** Whether the reader signs for the organisation. */
    boolean isOfficer(String organisation) {
        return currentUser.require().holds(Role.ACCOUNTABLE_OFFICER, organisation);
    }

    /** Whether the reader writes for the organisation. */
    boolean isLead(String organisation) {
        return currentUser.require().holds(Role.QUALITY_LEAD, organisation);
    }

    SignedIn person() {
        return currentUser.require();
    }

    private static Actor.Person as(SignedIn person, Role role, String organisation) {
        return new Actor.Person(person.username(), person.name(), role.label(), organisation);
    }

    /** The year of an address. */
    static FinancialYear year(String code) {
        try {
            return FinancialYear.parse(code);
        } catch (IllegalArgumentException notAYear) {
            throw Refusal.notFound("There is no financial year ‘" + code + "’.", "Write the year like 2024-25.");
        }
    }
}
