package org.silkthread.server.persons.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.Carers;
import org.silkthread.server.persons.Delegation;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Scope;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** What the pages about carers show. */
@Component
class CarersPage {

    private final Carers carers;
    private final Accounts accounts;

    CarersPage(Carers carers, Accounts accounts) {
        this.carers = carers;
        this.accounts = accounts;
    }

    CarersView view(SignedIn caller, Optional<Visit> own) {
        List<CarersView.Helper> helpers = own.map(visit -> carers.of(visit).stream()
                        .filter(each -> !each.isOverOn(carers.today()))
                        .map(this::helper)
                        .toList())
                .orElse(List.of());
        // What somebody only asked for is not listed: that it is there would tell them that the details fit.
        List<Delegation> helping = carers.asCarer(caller).stream()
                .filter(each -> each.step() != Delegation.Step.ASKED && !each.isOverOn(carers.today()))
                .toList();
        Map<PersonId, String> names = carers.names(caller, helping);
        List<CarersView.Helped> helped = helping.stream()
                .map(each -> helped(each, Objects.requireNonNull(names.get(each.person()))))
                .toList();
        return new CarersView(own.isPresent(), helpers, helped);
    }

    /** The name of somebody who was only offered a look is theirs until they accept. */
    private CarersView.Helper helper(Delegation delegation) {
        String name = delegation.step() == Delegation.Step.OFFERED
                ? delegation.carer()
                : accounts.find(delegation.carer()).map(SignedIn::name).orElse(delegation.carer());
        return new CarersView.Helper(
                delegation.id().toString(), name, delegation.relation(), state(delegation), sees(delegation));
    }

    private CarersView.Helped helped(Delegation delegation, String name) {
        boolean holds = delegation.holdsOn(carers.today());
        return new CarersView.Helped(
                delegation.id().toString(),
                name,
                delegation.relation(),
                state(delegation),
                sees(delegation),
                holds ? "/me/for/" + delegation.person() : "");
    }

    private static String state(Delegation delegation) {
        return switch (delegation.step()) {
            case ASKED -> "asked";
            case OFFERED -> "offered";
            case APPROVED, ACCEPTED, CHANGED -> "held";
            case DECLINED, REVOKED -> "over";
        };
    }

    private static String sees(Delegation delegation) {
        Delegation.Grant grant = delegation.grant();
        String parts = Wording.list(grant.scopes().stream()
                .sorted(Comparator.naturalOrder())
                .map(Scope::words)
                .toList());
        return parts
                + (grant.seesPrivate() ? ", also what is private or hidden" : "")
                + (grant.seesLog() ? ", also who has looked" : "")
                + ", until " + Wording.date(grant.until());
    }
}
