package org.silkthread.server.payment.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.Party;

/** One side of a contract as its people see it: both see the same pages under an address of their own. */
enum Side {
    COMMISSIONER(
            "commissioner", Party.COMMISSIONER, Action.WORK_ON_CONTRACT_AS_COMMISSIONER, List.of(Role.COMMISSIONER)),
    PROVIDER(
            "provider",
            Party.PROVIDER,
            Action.WORK_ON_CONTRACT_AS_PROVIDER,
            List.of(Role.ACCOUNTABLE_OFFICER, Role.QUALITY_LEAD));

    private final String path;
    private final Party party;
    private final Action action;
    private final List<Role> roles;

    Side(String path, Party party, Action action, List<Role> roles) {
        this.path = path;
        this.party = party;
        this.action = action;
        this.roles = roles;
    }

    /** The side whose address begins with this word. */
    static Side at(String path) {
        return path.equals(COMMISSIONER.path) ? COMMISSIONER : PROVIDER;
    }

    Party party() {
        return party;
    }

    /** The address of the contracts of this side. */
    String home() {
        return this == COMMISSIONER ? "/commissioner" : "/provider/contracts";
    }

    String address(Contract contract) {
        return "/" + path + "/contracts/" + contract.id();
    }

    /** The organisations for which a person acts on this side. */
    Set<String> organisations(SignedIn person) {
        return roles.stream()
                .flatMap(role -> person.organisations(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The reader of what the contract pays: both sides see the provider's counts that it pays for.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person signed in does not act for this side of the contract
     */
    Audience reader(Gatekeeper gatekeeper, Contract contract) {
        require(gatekeeper, contract);
        return new Audience.Members(Set.of(contract.provider()));
    }

    /**
     * The person signed in, who must act for this side of the contract.
     *
     * @throws org.springframework.security.access.AccessDeniedException if they do not
     */
    SignedIn require(Gatekeeper gatekeeper, Contract contract) {
        String organisation = this == COMMISSIONER ? contract.commissioner() : contract.provider();
        return gatekeeper.require(action, Resource.ofOrganisation(organisation));
    }

    /** The person signed in, who must act for some organisation on this side. */
    SignedIn require(Gatekeeper gatekeeper) {
        return gatekeeper.requireAtAll(action);
    }
}
