package org.silkthread.server.payment.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.CquinContracts;
import org.silkthread.server.payment.CquinScheme;
import org.silkthread.server.payment.CquinSchemes;
import org.silkthread.server.payment.CquinStatements;
import org.silkthread.server.payment.NotPriceable;
import org.silkthread.server.payment.Pricing;
import org.silkthread.server.payment.Statement;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One contract, its statements and what each side can do about them. Both sides see the same page. */
@Controller
@RequestMapping("/{side:commissioner|provider}/contracts/{id}")
class ContractController {

    private static final String CHECK = "Go back to the contract and check where it stands.";

    private final Gatekeeper gatekeeper;
    private final CquinContracts contracts;
    private final CquinStatements statements;
    private final CquinSchemes schemes;
    private final Directory directory;

    ContractController(
            Gatekeeper gatekeeper,
            CquinContracts contracts,
            CquinStatements statements,
            CquinSchemes schemes,
            Directory directory) {
        this.gatekeeper = gatekeeper;
        this.contracts = contracts;
        this.statements = statements;
        this.schemes = schemes;
        this.directory = directory;
    }

    @GetMapping
    String contract(@PathVariable String side, @PathVariable String id, Model model) {
        Contract contract = contract(id);
        Side mine = Side.at(side);
        Audience reader = mine.reader(gatekeeper, contract);
        List<Statement> all = statements.of(contract, reader).content();
        model.addAttribute("contract", contract);
        model.addAttribute(
                "facts", StatementView.facts(contract, name(contract.commissioner()), name(contract.provider())));
        model.addAttribute("scheme", schemes.find(contract.year()));
        model.addAttribute("home", mine.home());
        model.addAttribute("address", mine.address(contract));
        model.addAttribute("party", mine.party());
        model.addAttribute("statements", all.reversed());
        model.addAttribute("cuts", cuts(contract));
        model.addAttribute("years", years(contract));
        model.addAttribute("partner", name(mine == Side.COMMISSIONER ? contract.provider() : contract.commissioner()));
        return "payment/contract";
    }

    @PostMapping("/price")
    String price(@PathVariable String side, @PathVariable String id, @RequestParam UUID cut) {
        Contract contract = contract(id);
        if (Side.at(side) != Side.COMMISSIONER) {
            throw Refusal.forbidden("The commissioner has a contract priced.", CHECK);
        }
        SignedIn person = Side.COMMISSIONER.require(gatekeeper, contract);
        Audience reader = Side.COMMISSIONER.reader(gatekeeper, contract);
        return done(Side.COMMISSIONER, contract, () -> statements.price(contract, cut, person.actor(), reader));
    }

    @PostMapping("/statements/{number}/agree")
    String agree(@PathVariable String side, @PathVariable String id, @PathVariable int number) {
        Contract contract = contract(id);
        Side mine = Side.at(side);
        Actor.Person person = person(mine, contract);
        return done(mine, contract, () -> {
            statements.agree(statement(mine, contract, number), mine.party(), person);
            return number;
        });
    }

    @PostMapping("/statements/{number}/dispute")
    String dispute(
            @PathVariable String side,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam int goal,
            @RequestParam String reason) {
        Contract contract = contract(id);
        Side mine = Side.at(side);
        Actor.Person person = person(mine, contract);
        return done(mine, contract, () -> {
            statements.dispute(statement(mine, contract, number), goal, mine.party(), reason, person);
            return number;
        });
    }

    @PostMapping("/statements/{number}/answer")
    String answer(
            @PathVariable String side,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam long dispute,
            @RequestParam String answer) {
        Contract contract = contract(id);
        Side mine = Side.at(side);
        Actor.Person person = person(mine, contract);
        return done(mine, contract, () -> {
            statements.answer(statement(mine, contract, number), dispute, mine.party(), answer, person);
            return number;
        });
    }

    /** The latest statement beside what another year's rules would pay from the same cut. Nothing is kept. */
    @GetMapping("/reprice")
    String reprice(@PathVariable String side, @PathVariable String id, @RequestParam String year, Model model) {
        Contract contract = contract(id);
        Side mine = Side.at(side);
        Audience reader = mine.reader(gatekeeper, contract);
        List<Statement> all = statements.of(contract, reader).content();
        if (all.isEmpty()) {
            throw Refusal.conflict("This contract has not been priced yet.", CHECK);
        }
        Statement latest = all.getLast();
        Pricing now = worked(() -> statements.reprice(contract, latest.cutId(), contract.year(), reader))
                .content();
        Pricing other = worked(() -> statements.reprice(contract, latest.cutId(), parse(year), reader))
                .content();
        model.addAttribute("contract", contract);
        model.addAttribute("home", mine.home());
        model.addAttribute("address", mine.address(contract));
        model.addAttribute("cut", latest.cutId().toString());
        model.addAttribute("now", now);
        model.addAttribute("other", other);
        model.addAttribute("table", ComparisonTable.of(now, other));
        return "payment/reprice";
    }

    private String done(Side side, Contract contract, Supplier<Object> step) {
        worked(step);
        return "redirect:" + side.address(contract);
    }

    private static <T> T worked(Supplier<T> step) {
        try {
            return step.get();
        } catch (NotPriceable e) {
            throw Refusal.conflict(e.why(), CHECK);
        }
    }

    private Actor.Person person(Side side, Contract contract) {
        SignedIn person = side.require(gatekeeper, contract);
        return new Actor.Person(
                person.username(),
                person.name(),
                side.party().name(),
                side == Side.COMMISSIONER ? contract.commissioner() : contract.provider());
    }

    private Contract contract(String id) {
        return contracts
                .find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no contract with this address.", "Choose one from the list of contracts."));
    }

    private Statement statement(Side mine, Contract contract, int number) {
        return statements.of(contract, mine.reader(gatekeeper, contract)).content().stream()
                .filter(statement -> statement.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no statement " + number + " of this contract.", CHECK));
    }

    private List<Choice> cuts(Contract contract) {
        return statements.cuts(contract).stream()
                .map(cut -> Choice.of(cut.id().toString(), cut.title()))
                .toList();
    }

    private List<Choice> years(Contract contract) {
        return schemes.all().stream()
                .map(CquinScheme::financialYear)
                .filter(year -> !year.equals(contract.year()))
                .map(year -> Choice.of(year.code(), year.code().replace('-', '/')))
                .toList();
    }

    private static FinancialYear parse(String year) {
        try {
            return FinancialYear.parse(year);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("There is no financial year '" + year + "'.", "Write a year such as 2010-11.");
        }
    }

    private String name(String code) {
        Optional<Organisation> found = directory.find(code);
        return found.map(Organisation::name).orElse(code);
    }
}
