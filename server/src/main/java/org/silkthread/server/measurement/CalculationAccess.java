package org.silkthread.server.measurement;

import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may see exact counts of a population: the national team, and analysts of the organisation or of the country. */
@Component
public class CalculationAccess {

    private final CurrentUser user;
    private final Population population;

    CalculationAccess(CurrentUser user, Population population) {
        this.user = user;
        this.population = population;
    }

    /**
     * The person signed in, who may have the population of this server measured.
     *
     * @throws AccessDeniedException when they may not
     */
    public SignedIn require() {
        return require(population.organisation());
    }

    /**
     * The person signed in, who is a clinician of the organisation whose patients this server has: nobody else may see
     * what the measures say of one patient.
     *
     * @throws AccessDeniedException when they are not
     */
    public SignedIn requireClinician() {
        return user.require(Role.CLINICIAN, population.organisation());
    }

    /** The person signed in, who may see what a calculation gave. */
    public SignedIn require(Calculation calculation) {
        return require(calculation.organisation());
    }

    /** Whether the person signed in may see what a calculation gave. */
    public boolean allows(Calculation calculation) {
        return allows(user.require(), calculation.organisation());
    }

    private SignedIn require(String organisation) {
        SignedIn person = user.require();
        if (!allows(person, organisation)) {
            throw new AccessDeniedException("An analyst's post at " + organisation + " is needed");
        }
        return person;
    }

    private static boolean allows(SignedIn person, String organisation) {
        return person.holds(Role.NATIONAL)
                || person.holds(Role.ANALYST, organisation)
                || person.holds(Role.ANALYST, MeasurementSettings.COUNTRY);
    }
}
