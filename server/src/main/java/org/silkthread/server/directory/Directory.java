package org.silkthread.server.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.store.Hierarchy;
import org.silkthread.server.directory.store.OrganisationTable;
import org.silkthread.server.directory.store.ProvisionalEntries;
import org.silkthread.server.directory.store.ServiceTable;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/**
 * The organisations of the health service.
 *
 * <p>For roll-ups in SQL, {@code directory.membership_at(day)} gives every organisation with everything above it on a
 * day as {@code (organisation, ancestor, level)}. An organisation is not above itself. Each pair comes once, so a sum
 * over the organisations below an ancestor counts none twice. A period is rolled up as at its last day.
 */
@Component
public class Directory {

    private static final Comparator<Organisation> NEAREST_FIRST =
            Comparator.comparing(Organisation::level).thenComparing(Organisation::name);

    private final OrganisationTable organisations;
    private final Hierarchy hierarchy;
    private final ServiceTable services;
    private final ProvisionalEntries provisional;
    private final Register register;
    private final Clock clock;

    Directory(
            OrganisationTable organisations,
            Hierarchy hierarchy,
            ServiceTable services,
            ProvisionalEntries provisional,
            Register register,
            Clock clock) {
        this.organisations = organisations;
        this.hierarchy = hierarchy;
        this.services = services;
        this.provisional = provisional;
        this.register = register;
        this.clock = clock;
    }

    /** The organisation as it is today. */
    public Optional<Organisation> find(String code) {
        return find(code, today());
    }

    /** The organisation as it was on a date; it may not have been open then, which its status says. */
    public Optional<Organisation> find(String code, LocalDate asAt) {
        return organisations.find(Set.of(code), asAt).stream().findFirst();
    }

    /** The organisations of these codes as they are today, by code; codes that nobody has are left out. */
    public Map<String, Organisation> findAll(Collection<String> codes) {
        return organisations.byCode(codes, today());
    }

    /** One page of the organisations that match, as they are today. */
    public FoundOrganisations search(OrganisationSearch search) {
        return organisations.search(search, today());
    }

    /** Everything above the organisation on a date, nearest first: network, commissioner, system, region, country. */
    public List<Organisation> ancestors(String code, LocalDate date) {
        return organisations.find(hierarchy.ancestors(code, date), date).stream()
                .sorted(NEAREST_FIRST)
                .toList();
    }

    /** What stands directly above the organisation on a date. */
    public List<PlaceInHierarchy> parents(String code, LocalDate date) {
        return hierarchy.parents(code, date, today());
    }

    /** How many organisations of each type stand below the organisation on a date, at any distance, widest level first. */
    public Map<OrganisationType, Long> belowByType(String code, LocalDate date) {
        return hierarchy.belowByType(code, date);
    }

    /** The codes of everything below the organisation on a date, at any distance. */
    public Set<String> descendants(String code, LocalDate date) {
        return hierarchy.descendants(code, date, Set.of(Level.values()));
    }

    /** The codes of the organisations below a system, region or country on a date, sites and teams left out. */
    public Set<String> providersBelow(String code, LocalDate date) {
        return hierarchy.descendants(code, date, Set.of(Level.ORGANISATION));
    }

    /** The other organisations of the same type that were open on a date, by name. */
    public List<Organisation> peers(String code, LocalDate date) {
        return organisations.peers(code, date);
    }

    /** The level of the organisation. */
    public Optional<Level> level(String code) {
        return find(code).map(Organisation::level);
    }

    /** Names, places and successions over time; empty lists for a code that nobody has. */
    public OrganisationHistory history(String code) {
        return new OrganisationHistory(
                organisations.names(code),
                hierarchy.places(code, today()),
                organisations.predecessors(code, today()),
                organisations.successors(code, today()));
    }

    /** The types that any structure defines, widest level first. */
    public List<OrganisationType> types() {
        return organisations.types();
    }

    /** Every service line of the catalogue, by name. */
    public List<ServiceLine> serviceLines() {
        return register.all(DirectoryContent.SERVICE_LINES, today()).stream()
                .map(Entry::content)
                .sorted(Comparator.comparing(ServiceLine::title))
                .toList();
    }

    /** A service line of the catalogue. */
    public Optional<ServiceLine> serviceLine(String code) {
        return register.asAt(DirectoryContent.SERVICE_LINES, code, today()).map(Entry::content);
    }

    /** The service lines that the organisation ran on a date, by name. */
    public List<ServiceOnDates> serviceLines(String code, LocalDate date) {
        Map<String, ServiceTable.Running> running = services.of(code, date);
        return serviceLines().stream()
                .flatMap(line -> Optional.ofNullable(running.get(line.code())).map(found -> found.of(line)).stream())
                .toList();
    }

    /** The organisations that ran a service line on a date, by name. */
    public List<Organisation> running(String serviceLine, LocalDate date) {
        return organisations.find(services.running(serviceLine, date), date).stream()
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
    }

    /**
     * Enters organisations met in a publication whose codes no loaded register has, so that figures can be kept for
     * them; codes that are known already are left as they are. Joins the caller's transaction.
     *
     * @return how many were new
     */
    public int registerProvisional(Collection<Provisional> met) {
        return provisional.enter(met, clock.instant(), today());
    }

    private LocalDate today() {
        return UkTime.today(clock);
    }
}
