package org.silkthread.server.accounts.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.server.accounts.AccountCoverage.Part;
import org.silkthread.server.accounts.Narrative;
import org.silkthread.server.accounts.PrescribedStatement;
import org.silkthread.server.accounts.PrescribedStatements;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.StepRefused;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing an account: the task list and the parts that people fill in. */
@Controller
@RequestMapping("/provider/accounts/{code}/{year}")
class DraftController {

    /** What a redirect says has been done. */
    static final String DONE = "done";

    private final ProviderAccess access;
    private final QualityAccounts accounts;
    private final PrescribedStatements statements;
    private final AccountPages pages;
    private final TasksPage tasks;
    private final AccountPage preview;

    DraftController(
            ProviderAccess access,
            QualityAccounts accounts,
            PrescribedStatements statements,
            AccountPages pages,
            TasksPage tasks,
            AccountPage preview) {
        this.access = access;
        this.accounts = accounts;
        this.statements = statements;
        this.pages = pages;
        this.tasks = tasks;
        this.preview = preview;
    }

    @GetMapping
    String tasks(@PathVariable String code, @PathVariable String year, PageFrame frame, Model model) {
        access.leadOrOfficer(code);
        Publication account = pages.account(code, year);
        String done = model.getAttribute(DONE) instanceof String words ? words : "";
        model.addAttribute(
                "view", tasks.view(account, done, new TasksPage.Reader(access.isLead(code), access.isOfficer(code))));
        model.addAttribute("frame", pages.frame(frame, account.title(), account, false));
        return "accounts/tasks";
    }

    @PostMapping
    String open(@PathVariable String code, @PathVariable String year) {
        Actor.Person lead = access.lead(code);
        Publication account = opened(code, ProviderAccess.year(year), lead);
        return "redirect:" + TasksPage.base(account);
    }

    private Publication opened(String code, FinancialYear year, Actor.Person lead) {
        try {
            return accounts.open(code, year, lead);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.notFound(
                    "The directory does not know the organisation " + code + ".",
                    "Ask the operator to take the organisation in first.");
        }
    }

    @GetMapping("/preview")
    String preview(@PathVariable String code, @PathVariable String year, PageFrame frame, Model model) {
        access.leadOrOfficer(code);
        Publication account = pages.account(code, year);
        model.addAttribute("account", preview.view(account));
        model.addAttribute("frame", pages.frame(frame, "Preview of " + account.title(), account, true));
        return "accounts/account";
    }

    @GetMapping("/sections/{key}")
    ModelAndView section(
            @PathVariable String code, @PathVariable String year, @PathVariable String key, PageFrame frame) {
        access.lead(code);
        Publication account = pages.draft(code, year);
        return pages.form(frame, account, sectionForm(account, key, texts(account, List.of(key)), List.of()));
    }

    @PostMapping("/sections/{key}")
    ModelAndView writeSection(
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String key,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            PageFrame frame,
            RedirectAttributes redirect) {
        access.lead(code);
        Publication account = pages.account(code, year);
        FormView shown = sectionForm(account, key, form, List.of());
        return write(code, year, version, only(form, List.of(key)), shown, frame, redirect);
    }

    @GetMapping("/priorities/{number}")
    ModelAndView priority(
            @PathVariable String code, @PathVariable String year, @PathVariable int number, PageFrame frame) {
        access.lead(code);
        Publication account = pages.draft(code, year);
        return pages.form(frame, account, priorityForm(account, number, texts(account, keys(number)), List.of()));
    }

    @PostMapping("/priorities/{number}")
    ModelAndView writePriority(
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable int number,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            PageFrame frame,
            RedirectAttributes redirect) {
        access.lead(code);
        Publication account = pages.account(code, year);
        FormView shown = priorityForm(account, number, form, List.of());
        return write(code, year, version, only(form, keys(number)), shown, frame, redirect);
    }

    @GetMapping("/figures/{line}/{dimension}")
    ModelAndView figures(
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String line,
            @PathVariable String dimension,
            PageFrame frame) {
        access.lead(code);
        Publication account = pages.draft(code, year);
        Part part = part(account, line, dimension);
        return pages.form(frame, account, figuresForm(account, part, texts(account, List.of(part.section()))));
    }

    @PostMapping("/figures/{line}/{dimension}")
    ModelAndView writeReason(
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String line,
            @PathVariable String dimension,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            PageFrame frame,
            RedirectAttributes redirect) {
        access.lead(code);
        Publication account = pages.account(code, year);
        Part part = part(account, line, dimension);
        FormView shown = figuresForm(account, part, form);
        return write(code, year, version, only(form, List.of(part.section())), shown, frame, redirect);
    }

    private ModelAndView write(
            String code,
            String year,
            int version,
            Map<String, String> texts,
            FormView shown,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person lead = access.lead(code);
        Publication account = pages.account(code, year);
        List<FormProblem> problems = tooLong(texts);
        if (!problems.isEmpty()) {
            return pages.refilled(frame, account, shown.with(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            accounts.write(code, ProviderAccess.year(year), version, texts, lead);
        } catch (StepRefused refused) {
            if (!Refusals.canBeMended(refused)) {
                throw Refusals.of(refused);
            }
            FormProblem problem = new FormProblem(texts.keySet().iterator().next(), refused.words());
            FormView beside = pages.withPresentTexts(shown, account.manuscript());
            return pages.refilled(frame, account, beside.with(List.of(problem)), HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute(DONE, "Saved.");
        return new ModelAndView("redirect:" + TasksPage.base(account));
    }

    private static List<FormProblem> tooLong(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> text.getValue().length() > Narrative.LONGEST)
                .map(text -> new FormProblem(
                        text.getKey(), "Write fewer than " + Narrative.LONGEST + " characters, about 4,000 words"))
                .toList();
    }

    private static Map<String, String> texts(Publication account, List<String> keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        keys.forEach(key -> texts.put(key, account.manuscript().text(key).orElse("")));
        return texts;
    }

    /** Only the fields of this page; whatever else a form carries is ignored. */
    private static Map<String, String> only(Map<String, String> form, List<String> keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        keys.forEach(key -> texts.put(key, form.getOrDefault(key, "")));
        return texts;
    }

    private static List<String> keys(int number) {
        return priority(number).sections().stream().map(Narrative.Section::key).toList();
    }

    private static Narrative.Priority priority(int number) {
        return Narrative.priorities().stream()
                .filter(priority -> priority.number() == number)
                .findFirst()
                .orElseThrow(DraftController::noSuchPart);
    }

    private static Refusal noSuchPart() {
        return Refusal.notFound("An account has no such part.", "Go back to the task list of the account.");
    }

    private FormView sectionForm(
            Publication account, String key, Map<String, String> texts, List<FormProblem> problems) {
        if (key.equals(Narrative.STATEMENT.key()) || key.equals(Narrative.REVIEW.key())) {
            Narrative.Section section = Narrative.section(key).orElseThrow();
            return pages.writing(account, section.title(), List.of(section), texts, "/sections/" + key, problems);
        }
        FinancialYear year = FinancialYear.parse(account.id().edition());
        PrescribedStatement statement = statements.of(year).stream()
                .filter(known -> known.section().equals(key))
                .findFirst()
                .orElseThrow(DraftController::noSuchPart);
        return pages.writing(
                account,
                statement.item() + " " + statement.title(),
                List.of(new Narrative.Section(key, "Your statement", statement.asks())),
                texts,
                "/sections/" + key,
                problems);
    }

    private FormView priorityForm(
            Publication account, int number, Map<String, String> texts, List<FormProblem> problems) {
        return pages.writing(
                account, "Priority " + number, priority(number).sections(), texts, "/priorities/" + number, problems);
    }

    private Part part(Publication account, String line, String dimension) {
        return accounts.coverage(account).parts().stream()
                .filter(part -> part.serviceLine().code().equals(line)
                        && part.dimension().name().equalsIgnoreCase(dimension))
                .findFirst()
                .orElseThrow(DraftController::noSuchPart);
    }

    private FormView figuresForm(Publication account, Part part, Map<String, String> texts) {
        String title = part.serviceLine().name() + ": " + part.dimension().label();
        FormView form = pages.writing(
                account,
                title,
                List.of(new Narrative.Section(
                        part.section(),
                        "About missing figures",
                        "If a figure is missing, say why and when there will be one. Everybody reads this.")),
                texts,
                "/figures/" + part.serviceLine().code() + "/"
                        + part.dimension().name().toLowerCase(java.util.Locale.ROOT),
                List.of());
        if (part.figures().isEmpty()) {
            return form.withIntro(List.of("No indicator has a figure here for the year."));
        }
        Table table = FigureTable.of(title, part.figures());
        return form.withIntro(List.of("These are the figures as everybody will see them. They come from what was"
                        + " submitted and cannot be typed in."))
                .withTable(table);
    }
}
