package org.silkthread.server.payment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.CquinContracts;
import org.silkthread.server.payment.CquinStatements;
import org.silkthread.server.payment.Statement;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The lists of contracts: the commissioner's home, and a provider's contracts. */
@Controller
class ContractsController {

    private final Gatekeeper gatekeeper;
    private final CquinContracts contracts;
    private final CquinStatements statements;
    private final Directory directory;

    ContractsController(
            Gatekeeper gatekeeper, CquinContracts contracts, CquinStatements statements, Directory directory) {
        this.gatekeeper = gatekeeper;
        this.contracts = contracts;
        this.statements = statements;
        this.directory = directory;
    }

    @GetMapping("/commissioner")
    String commissioner(Model model) {
        return list(Side.COMMISSIONER, model);
    }

    @GetMapping("/provider/contracts")
    String provider(Model model) {
        return list(Side.PROVIDER, model);
    }

    private String list(Side side, Model model) {
        Set<String> organisations = new TreeSet<>(side.organisations(side.require(gatekeeper)));
        List<Contract> mine = new ArrayList<>();
        for (String organisation : organisations) {
            contracts.of(organisation).stream()
                    .filter(contract -> contract.partyOf(organisation).equals(Optional.of(side.party())))
                    .forEach(mine::add);
        }
        model.addAttribute("commissioning", side == Side.COMMISSIONER);
        model.addAttribute(
                "organisations",
                Wording.list(organisations.stream().map(this::name).toList()));
        model.addAttribute("table", table(side, mine));
        return "payment/contracts";
    }

    private Table table(Side side, List<Contract> mine) {
        return new Table(
                "Contracts with a CQUIN scheme",
                List.of(
                        Table.Column.words("Contract"),
                        Table.Column.words("Year"),
                        Table.Column.numbers("Contract value"),
                        Table.Column.numbers("CQUIN payment"),
                        Table.Column.words("Statement")),
                mine.stream().map(contract -> row(side, contract)).toList());
    }

    private List<Cell> row(Side side, Contract contract) {
        List<Statement> all =
                statements.of(contract, side.reader(gatekeeper, contract)).content();
        String other = name(side == Side.COMMISSIONER ? contract.provider() : contract.commissioner());
        return Table.row(
                Cell.link(other, side.address(contract)),
                Cell.words(contract.year().code().replace('-', '/')),
                Cell.figure(
                        contract.value().toString(), contract.value().pounds().toPlainString()),
                all.isEmpty()
                        ? Cell.absent("Not priced yet")
                        : Cell.words(StatementView.paidInAll(all.getLast()).toString()),
                Cell.words(all.isEmpty() ? "Not priced yet" : all.getLast().standing()));
    }

    private String name(String code) {
        return directory.find(code).map(Organisation::name).orElse(code);
    }
}
