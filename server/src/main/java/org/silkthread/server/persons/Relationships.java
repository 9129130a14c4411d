package org.silkthread.server.persons;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.access.Relationship;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.store.DelegationTable;
import org.silkthread.server.persons.store.GlassTable;
import org.silkthread.server.persons.store.MergeTable;
import org.silkthread.server.persons.store.PersonTable;
import org.silkthread.server.persons.store.PrivacyTable;
import org.silkthread.server.persons.store.TeamTable;
import org.springframework.stereotype.Component;

/**
 * Works out how somebody stands to a person. It reads as the system, because a lock or a merge must be known before the
 * policy can be asked; what it gives back is for the policy and for nobody's eyes.
 */
@Component
public class Relationships {

    /** Days begin and end in the United Kingdom. */
    static final ZoneId UK = ZoneId.of("Europe/London");

    /** The category under which a carer's leave to read the access log is asked for. */
    static final String ACCESS_LOG = "access-log";

    private static final String WORKING_OUT = "working out who may look at a record";

    private final PersonTable persons;
    private final MergeTable merges;
    private final TeamTable teams;
    private final DelegationTable delegations;
    private final GlassTable glasses;
    private final PrivacyTable privacy;
    private final Clock clock;

    Relationships(
            PersonTable persons,
            MergeTable merges,
            TeamTable teams,
            DelegationTable delegations,
            GlassTable glasses,
            PrivacyTable privacy,
            Clock clock) {
        this.persons = persons;
        this.merges = merges;
        this.teams = teams;
        this.delegations = delegations;
        this.glasses = glasses;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** The record of the person whose account this is. */
    public Optional<PersonId> own(SignedIn who) {
        return DataScope.asSystem(
                WORKING_OUT, () -> persons.ofAccount(who.username()).map(merges::survivor));
    }

    /** How somebody stands to the person of a record; empty if there is no such record. */
    public Optional<Standing> of(SignedIn who, PersonId person) {
        return DataScope.asSystem(
                WORKING_OUT,
                () -> persons.exists(person.value()) ? Optional.of(standing(who, person)) : Optional.empty());
    }

    private Standing standing(SignedIn who, PersonId person) {
        Instant now = clock.instant();
        PersonId survivor = merges.survivor(person);
        Set<PersonId> records = merges.shownWith(survivor);
        Set<Relationship> relationships = new HashSet<>();
        if (persons.ofAccount(who.username()).filter(records::contains).isPresent()) {
            relationships.add(new Relationship.Oneself());
        }
        teams.caring(who.username(), records, now).forEach(team -> relationships.add(tie(team)));
        Optional<Delegation> delegation = delegation(who, records, LocalDate.ofInstant(now, UK));
        delegation.map(Relationships::tie).ifPresent(relationships::add);
        Optional<BrokenGlass> emergency =
                glasses.open(who.username(), records, now).stream().findFirst();
        emergency.map(Relationships::tie).ifPresent(relationships::add);
        return new Standing(
                survivor,
                records,
                privacy.isLocked(records),
                privacy.hidden(records),
                relationships,
                delegation,
                emergency);
    }

    private Optional<Delegation> delegation(SignedIn who, Collection<PersonId> records, LocalDate today) {
        return delegations.ofCarer(who.username()).stream()
                .filter(each -> records.contains(each.person()) && each.holdsOn(today))
                .findFirst();
    }

    private static Relationship tie(CareTeam team) {
        return new Relationship.CareTeam(team.name(), team.organisation(), codes(team.labels()));
    }

    /** Categories one by one, never 'everything': the access log is a category of its own and granted by itself. */
    private static Relationship tie(Delegation delegation) {
        Delegation.Grant grant = delegation.grant();
        Set<String> scopes =
                grant.categories().stream().map(Category::code).collect(Collectors.toCollection(HashSet::new));
        if (grant.seesLog()) {
            scopes.add(ACCESS_LOG);
        }
        Set<String> labels = grant.seesPrivate() ? codes(Arrays.asList(PrivacyLabel.values())) : Set.of();
        return new Relationship.Carer(
                scopes, labels, grant.until().plusDays(1).atStartOfDay(UK).toInstant());
    }

    private static Relationship tie(BrokenGlass glass) {
        return new Relationship.BrokenGlass(glass.reason().words(), glass.organisation(), glass.until());
    }

    private static Set<String> codes(Collection<PrivacyLabel> labels) {
        return labels.stream().map(PrivacyLabel::code).collect(Collectors.toUnmodifiableSet());
    }
}
