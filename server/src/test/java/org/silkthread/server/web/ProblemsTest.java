package org.silkthread.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people and programs are told when a request fails. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    private static final Pattern REFERENCE = Pattern.compile("[2-9CDFGHJKMNPQRTVWXY]{4}-[2-9CDFGHJKMNPQRTVWXY]{4}");

    private final MockMvc site = site();

    @RestController
    static class Faulty {
        @GetMapping({"/account", "/api/v1/account"})
        String account() {
            throw Refusal.conflict("This account was signed on <6 August 2018>.", "Open a correction instead.");
        }

        @GetMapping({"/broken", "/api/v1/broken"})
        String broken() {
            throw new IllegalStateException("secret detail at jdbc:postgresql");
        }

        @GetMapping("/secret")
        String secret() {
            throw new AccessDeniedException("no");
        }

        @GetMapping("/size")
        String size(@RequestParam int size) {
            return "size " + size;
        }
    }

    @Test
    void a_browser_gets_a_page_with_what_happened_what_to_do_and_a_reference() throws Exception {
        MockHttpServletResponse reply = open("/account", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(reply.getStatus()).isEqualTo(409);
        assertThat(reply.getContentType()).startsWith("text/html");
        assertThat(reply.getContentAsString())
                .contains("<title>This can no longer be done – Silkthread</title>")
                .contains("This account was signed on &lt;6 August 2018&gt;.", "Open a correction instead.")
                .containsPattern(REFERENCE);
    }

    @Test
    void a_program_gets_a_problem_document_with_the_same_words() throws Exception {
        MockHttpServletResponse reply = open("/api/v1/account", "text/html");

        assertThat(reply.getStatus()).isEqualTo(409);
        assertThat(reply.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(reply.getContentAsString())
                .contains("\"status\":409", "\"detail\":\"This account was signed on <6 August 2018>.\"")
                .contains("\"advice\":\"Open a correction instead.\"")
                .containsPattern("\"reference\":\"" + REFERENCE + "\"");
    }

    @Test
    void check_29_a_fault_of_ours_tells_nothing_of_the_inside_but_its_reference_is_in_the_log(CapturedOutput log)
            throws Exception {
        for (String path : new String[] {"/broken", "/api/v1/broken"}) {
            MockHttpServletResponse reply = open(path, "*/*");
            assertThat(reply.getStatus()).isEqualTo(500);
            assertThat(reply.getContentAsString()).doesNotContain("secret", "Exception", "jdbc", "at org.");
            Matcher reference = REFERENCE.matcher(reply.getContentAsString());
            assertThat(reference.find()).isTrue();
            assertThat(log.getAll()).contains(reference.group(), path);
        }
    }

    @Test
    void a_parameter_that_cannot_be_read_is_a_bad_request() throws Exception {
        assertThat(open("/size?size=ten", "text/html").getStatus()).isEqualTo(400);
        assertThat(open("/size", "application/json").getStatus()).isEqualTo(400);
    }

    @Test
    void an_unreadable_accept_header_does_no_harm() throws Exception {
        assertThat(open("/account", "what?/;;").getStatus()).isBetween(400, 499);
    }

    @Test
    void a_refusal_of_access_is_left_to_the_security_filters() {
        assertThatThrownBy(() -> open("/secret", "text/html")).hasRootCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_failure_outside_the_controllers_is_answered_in_the_same_way() throws Exception {
        MockHttpServletResponse reply = site.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/accounts"))
                .andReturn()
                .getResponse();
        assertThat(reply.getStatus()).isEqualTo(403);
        assertThat(reply.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(open("/error", "text/html").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse open(String path, String accept) throws Exception {
        return site.perform(get(path).header("Accept", accept)).andReturn().getResponse();
    }

    private static MockMvc site() {
        PageFrames frames = new PageFrames(Assets.onClassPath(), Clock.systemUTC());
        ProblemReplies replies = new ProblemReplies(frames);
        TemplateViewConfiguration views = new TemplateViewConfiguration();
        return MockMvcBuilders.standaloneSetup(new Faulty(), new ProblemController(replies))
                .setControllerAdvice(new ProblemAdvice(replies), frames)
                .setViewResolvers(views.templateViews(views.templateEngine()))
                .build();
    }
}
