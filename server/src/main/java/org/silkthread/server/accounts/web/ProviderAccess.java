package org.silkthread.server.accounts.web;

import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.Refusal;
import org.springframework.stereotype.Component;

/** Who may do what with the accounts of an organisation. */
@Component
class ProviderAccess {

    private final Gatekeeper gatekeeper;

    ProviderAccess(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    /** The quality lead, who writes the account. */
    Actor.Person lead(String organisation) {
        return as(require(Action.WRITE_ACCOUNT, organisation), Role.QUALITY_LEAD, organisation);
    }

    /** The accountable officer, who signs it. */
    Actor.Person officer(String organisation) {
        return as(require(Action.SIGN_OFF_ACCOUNT, organisation), Role.ACCOUNTABLE_OFFICER, organisation);
    }

    /** Either of the two. */
    Actor.Person leadOrOfficer(String organisation) {
        SignedIn person = require(Action.RELEASE_ACCOUNT, organisation);
        Role role = person.holds(Role.QUALITY_LEAD, organisation) ? Role.QUALITY_LEAD : Role.ACCOUNTABLE_OFFICER;
        return as(person, role, organisation);
    }

    /** Whether the reader signs for the organisation. */
    boolean isOfficer(String organisation) {
        return gatekeeper.allows(Action.SIGN_OFF_ACCOUNT, Resource.ofOrganisation(organisation));
    }

    /** Whether the reader writes for the organisation. */
    boolean isLead(String organisation) {
        return gatekeeper.allows(Action.WRITE_ACCOUNT, Resource.ofOrganisation(organisation));
    }

    /** The reader, who works for some provider. */
    SignedIn person() {
        return gatekeeper.requireAtAll(Action.SEE_ORGANISATION_HOME);
    }

    private SignedIn require(Action action, String organisation) {
        return gatekeeper.require(action, Resource.ofOrganisation(organisation));
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
