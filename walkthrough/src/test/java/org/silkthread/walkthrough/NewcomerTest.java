package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody new: invited, with a password and an app of their own, and helped when they lost the app. */
class NewcomerTest {

    private static final Demonstration DEMO = Demonstration.running();
    private static final String PASSWORD = "seven grey kettles whistle";
    private static final String USERNAME = "iris.newly";

    private static Chromium chromium;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void check_19_given_an_invitation_a_newcomer_signs_in_and_a_lost_app_is_removed_by_two_people() {
        List<Demonstration.Account> administrators = DEMO.accounts("ACCESS_ADMINISTRATOR");
        try (BrowserContext first = chromium.desktop();
                BrowserContext second = chromium.desktop();
                BrowserContext newcomer = chromium.desktop()) {
            Page amara = SignIn.as(administrators.getFirst(), first);
            Page iris = newcomer.newPage();
            iris.navigate(invited(amara));
            choosePassword(iris);
            setUpApp(iris);
            assertThat(iris.content()).contains("Iris Newly");

            askForRemoval(amara);
            Page neil = SignIn.as(administrators.getLast(), second);
            agree(neil);

            iris.context().clearCookies();
            signIn(iris);
            setUpApp(iris);
        }
        assertThat(faults).isEmpty();
    }

    private String invited(Page administrator) {
        administrator.navigate(DEMO.at("/people/DZB"));
        Press.button(administrator, "Open the account");
        assertThat(administrator.title()).startsWith("Error:");
        judge(administrator);
        administrator
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Iris Newly");
        administrator.getByLabel("New username").fill(USERNAME);
        administrator.getByLabel("First post").selectOption("CLINICIAN");
        Press.button(administrator, "Open the account");
        judge(administrator);
        return DEMO.at(administrator.locator("main code").textContent());
    }

    private void choosePassword(Page page) {
        judge(page);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("password");
        Press.button(page, "Set the password");
        judge(page);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        page.getByLabel("New password again").fill(PASSWORD);
        Press.button(page, "Set the password");
        signIn(page);
    }

    private void signIn(Page page) {
        page.navigate(DEMO.at("/sign-in"));
        judge(page);
        page.getByLabel("Username").fill(USERNAME);
        page.getByLabel("Password").first().fill(PASSWORD);
        Press.button(page, "Sign in");
    }

    private void setUpApp(Page page) {
        judge(page);
        page.getByLabel("Six-digit code").fill("000000");
        Press.button(page, "Continue");
        judge(page);
        String secret = page.locator("#secret").textContent().replace(" ", "");
        page.getByLabel("Six-digit code").fill(AuthenticatorApp.code(USERNAME, secret));
        Press.button(page, "Continue");
        judge(page);
        Press.button(page, "I have kept them");
        page.navigate(DEMO.at("/me"));
        judge(page);
    }

    private void askForRemoval(Page administrator) {
        administrator.navigate(DEMO.at("/people/DZB"));
        Press.link(administrator, "Iris Newly");
        judge(administrator);
        administrator.getByText("They lost their second factor").click();
        administrator.getByLabel("How did you make sure who is asking?").fill("I saw her and her badge");
        Press.button(administrator, "Ask for its removal");
        judge(administrator);
        assertThat(administrator.content()).contains("I saw her and her badge");
    }

    private void agree(Page administrator) {
        administrator.navigate(DEMO.at("/people/DZB"));
        Press.link(administrator, "Iris Newly");
        judge(administrator);
        Press.button(administrator, "Agree and remove it");
        judge(administrator);
    }

    private void judge(Page page) {
        faults.addAll(PageJudge.faults(page));
    }
}
