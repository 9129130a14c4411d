package org.silkthread.server.payment.web;

import java.util.List;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.CquinContracts;
import org.silkthread.server.payment.CquinSchemes;
import org.silkthread.server.payment.CquinStatements;
import org.springframework.stereotype.Component;

/** A provider's contracts of a year as everyone may see them. */
@Component
class PublicContracts {

    private final CquinContracts contracts;
    private final CquinStatements statements;
    private final CquinSchemes schemes;
    private final Directory directory;

    PublicContracts(CquinContracts contracts, CquinStatements statements, CquinSchemes schemes, Directory directory) {
        this.contracts = contracts;
        this.statements = statements;
        this.schemes = schemes;
        this.directory = directory;
    }

    List<PublicContract> of(String provider, FinancialYear year) {
        return DataScope.asSystem(
                "everyone may see what published counts give",
                () -> contracts.ofProvider(provider, year).stream()
                        .map(this::published)
                        .toList());
    }

    List<FinancialYear> years(String provider) {
        return contracts.years(provider);
    }

    private PublicContract published(Contract contract) {
        return new PublicContract(
                contract,
                directory.find(contract.commissioner()).map(Organisation::name).orElse(contract.commissioner()),
                schemes.find(contract.year()),
                statements.settled(contract));
    }
}
