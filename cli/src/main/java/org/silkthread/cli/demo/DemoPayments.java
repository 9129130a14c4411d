package org.silkthread.cli.demo;

import java.util.Set;
import java.util.UUID;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.identity.Role;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.CquinContracts;
import org.silkthread.server.payment.CquinStatements;
import org.silkthread.server.payment.Party;
import org.silkthread.server.payment.Statement;

/** Prices the demonstration's contracts from the signed cuts of the accounts; two of three are agreed by both sides. */
public final class DemoPayments {

    private static final Actor DEMONSTRATION = new Actor.SystemJob("silk demo");
    private static final Set<String> AGREED = Set.of("DZA", DemoCountry.IMPROVER);

    private final CquinContracts contracts;
    private final CquinStatements statements;
    private final QualityAccounts accounts;

    public DemoPayments(CquinContracts contracts, CquinStatements statements, QualityAccounts accounts) {
        this.contracts = contracts;
        this.statements = statements;
        this.accounts = accounts;
    }

    /** Prices what is not priced yet and agrees what is not agreed yet. */
    public void make(FinancialYear year) {
        for (String provider : DemoContracts.providers()) {
            UUID cut = accounts.find(provider, year)
                    .orElseThrow(() -> new IllegalStateException("The account of " + provider + " is missing"))
                    .cut()
                    .id();
            for (Contract contract : contracts.ofProvider(provider, year)) {
                Statement statement = statements.price(contract, cut, DEMONSTRATION);
                if (AGREED.contains(provider)) {
                    agree(statement, contract);
                }
            }
        }
    }

    private void agree(Statement statement, Contract contract) {
        for (Party party : Party.values()) {
            if (!statement.isAgreedBy(party)) {
                statements.agree(statement, party, of(party, contract));
            }
        }
    }

    private static Actor.Person of(Party party, Contract contract) {
        return switch (party) {
            case COMMISSIONER ->
                DemoPeople.holder(Role.COMMISSIONER, contract.commissioner()).actor();
            case PROVIDER ->
                DemoPeople.holder(Role.ACCOUNTABLE_OFFICER, contract.provider()).actor();
        };
    }
}
