package org.silkthread.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The frame around every page. */
class FrameTest {

    private static final Assets ASSETS = Assets.onClassPath();
    private static final PageFrame VISITOR = PageFrame.forVisitor(Optional.empty(), Optional.empty(), ASSETS);
    private static final Pattern INLINE =
            Pattern.compile("\\s(style|on[a-z]+)=|<style|<script(?![^>]*\\ssrc=)|javascript:");

    static Stream<String> ownPages() {
        return Stream.of(
                draw("web/about", VISITOR),
                draw("web/accessibility", VISITOR),
                draw("web/privacy", VISITOR),
                draw("web/api", VISITOR),
                Templates.draw("web/problem", Map.of("frame", VISITOR, "problem", Problem.of(HttpStatus.NOT_FOUND))));
    }

    @ParameterizedTest
    @MethodSource("ownPages")
    void a_page_has_one_heading_one_main_part_and_nothing_inline(String page) {
        assertThat(page).containsOnlyOnce("<h1").containsOnlyOnce("<main").contains("lang=\"en-GB\"");
        assertThat(INLINE.matcher(page).find()).isFalse();
    }

    @Test
    void no_two_pages_share_a_title() {
        assertThat(ownPages().map(FrameTest::title)).doesNotHaveDuplicates();
    }

    @Test
    void the_title_names_the_page_then_the_site_and_says_first_that_a_form_has_problems() {
        PageFrame page = VISITOR.titled("Organisations");
        assertThat(page.documentTitle()).isEqualTo("Organisations – Silkthread");
        assertThat(page.withProblems(true).documentTitle()).isEqualTo("Error: Organisations – Silkthread");
    }

    @Test
    void the_current_section_is_marked_in_the_navigation() {
        String page = draw("web/about", VISITOR.in(Section.COMPARE));
        assertThat(page).containsOnlyOnce("aria-current=\"true\"").contains("href=\"/compare\" aria-current=\"true\"");
    }

    @Test
    void a_visitor_may_sign_in_and_a_signed_in_person_sees_their_name_and_a_protected_way_out() {
        assertThat(draw("web/about", VISITOR)).contains("Sign in").doesNotContain("Sign out");

        String page = draw(
                "web/about",
                PageFrame.forVisitor(
                        Optional.of(new Nurse()),
                        Optional.of(new FormToken(new DefaultCsrfToken("X-CSRF", "_csrf", "secret-token"))),
                        ASSETS));

        assertThat(page)
                .contains("Ada &lt;Ward&gt;", "href=\"/provider\"", "Sign out")
                .contains("name=\"_csrf\" value=\"secret-token\"")
                .doesNotContain("Sign in");
    }

    @Test
    void assets_have_addresses_that_change_with_them_and_a_missing_one_is_an_error() {
        assertThat(ASSETS.address("silkthread.css")).matches("/assets/[0-9a-f]{12}/silkthread\\.css");
        assertThatThrownBy(() -> ASSETS.address("missing.css")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String draw(String template, PageFrame frame) {
        return Templates.draw(template, Map.of("frame", frame));
    }

    private static String title(String page) {
        return page.substring(page.indexOf("<title>"), page.indexOf("</title>"));
    }

    private record Nurse() implements SignedInPerson {
        @Override
        public String displayName() {
            return "Ada <Ward>";
        }

        @Override
        public Optional<PageLink> workplace() {
            return Optional.of(PageLink.to("Provider", "/provider"));
        }
    }
}
