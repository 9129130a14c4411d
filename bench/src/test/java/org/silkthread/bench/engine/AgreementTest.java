package org.silkthread.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AgreementTest {

    private static final AcceptanceCase CASE = new AcceptanceCase(
            "M", "1", "2026-01-01", "2026-12-31", List.of(), JsonMapper.shared().readTree("""
                            [{"id":"G","populations":[{"id":"I","code":"initial-population","count":1},
                              {"code":"numerator","count":2},{"code":"measure-observation","count":7}]}]"""));

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void equal_counts_agree_whatever_the_observations() throws IOException {
        assertThat(agreement("""
                        {"measure":"M","caseId":"1","groups":[{"id":"G","populations":[
                         {"code":"numerator","count":2},{"id":"I","code":"initial-population","count":1}]}]}""")).isEqualTo(new Agreement(1, 1, java.util.Map.of()));
    }

    @Test
    void another_count_does_not_agree() throws IOException {
        assertThat(agreement("""
                                {"measure":"M","caseId":"1","groups":[{"id":"G","populations":[
                                 {"code":"numerator","count":1},{"id":"I","code":"initial-population","count":1}]}]}""").wrong()).containsEntry("M", 1);
    }

    @Test
    void a_population_that_is_not_there_does_not_agree() throws IOException {
        assertThat(agreement("""
                                {"measure":"M","caseId":"1","groups":[{"id":"G","populations":[
                                 {"id":"I","code":"initial-population","count":1}]}]}""").right()).isZero();
    }

    @Test
    void a_case_without_an_answer_does_not_agree() throws IOException {
        assertThat(agreement("{\"measure\":\"M\",\"caseId\":\"1\",\"error\":\"too much\"}")
                        .right())
                .isZero();
        assertThat(agreement("").right()).isZero();
    }

    private Agreement agreement(String answer) throws IOException {
        Path answers = folder.resolve("answers.ndjson");
        Files.writeString(answers, answer.replace("\n", "") + "\n");
        return Agreement.of(List.of(CASE), answers);
    }
}
