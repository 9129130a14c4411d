package org.silkthread.server.measurement;

import java.util.Set;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Component;

/** Who may see exact counts of a population: the national team, and analysts of the organisation or of the country. */
@Component
public class CalculationAccess {

    private final Gatekeeper gatekeeper;
    private final Population population;

    CalculationAccess(Gatekeeper gatekeeper, Population population) {
        this.gatekeeper = gatekeeper;
        this.population = population;
    }

    /**
     * The person signed in, who may have the population of this server measured.
     *
     * @throws org.springframework.security.access.AccessDeniedException when they may not
     */
    public SignedIn require() {
        return require(population.organisation());
    }

    /**
     * The person signed in, who is a clinician of the organisation whose patients this server has: nobody else may see
     * what the measures say of one patient.
     *
     * @throws org.springframework.security.access.AccessDeniedException when they are not
     */
    public SignedIn requireClinician() {
        return gatekeeper.require(Action.FIND_CARE_GAPS, Resource.ofOrganisation(population.organisation()));
    }

    /** The person signed in, who may see what a calculation gave. */
    public SignedIn require(Calculation calculation) {
        return require(calculation.organisation());
    }

    /**
     * The person signed in as a reader of what a calculation gave: those who may have a population measured see the counts
     * of the organisation whose patients they are.
     *
     * @throws org.springframework.security.access.AccessDeniedException when they may not
     */
    public Audience reader(Calculation calculation) {
        require(calculation);
        return new Audience.Members(Set.of(calculation.organisation()));
    }

    /**
     * The person signed in as a reader of the counts of this server's population.
     *
     * @throws org.springframework.security.access.AccessDeniedException when they may not see them
     */
    public Audience reader() {
        require();
        return new Audience.Members(Set.of(population.organisation()));
    }

    /** Whether the person signed in may see what a calculation gave. */
    public boolean allows(Calculation calculation) {
        return gatekeeper.allows(Action.CALCULATE, Resource.ofOrganisation(calculation.organisation()));
    }

    private SignedIn require(String organisation) {
        return gatekeeper.require(Action.CALCULATE, Resource.ofOrganisation(organisation));
    }
}
