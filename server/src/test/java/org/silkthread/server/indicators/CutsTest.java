package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.DatabaseOwner;
import org.silkthread.server.ServerTest;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedCount;
import org.springframework.beans.factory.annotation.Value;

@ServerTest
class CutsTest {

    private static final FigureId MONTH = FigureId.parse("hip-surgical-site-infection.CUT1.2017-05");
    private static final FigureId REGION = FigureId.parse("hip-surgical-site-infection.Y59.2017-05");
    private static final FigureId NOTHING = FigureId.parse("hip-surgical-site-infection.CUT1.2017-06");

    private final Cuts cuts;
    private final Submissions submissions;
    private final Directory directory;
    private final DSLContext sql;
    private final Path dir;

    CutsTest(
            Cuts cuts,
            Submissions submissions,
            Directory directory,
            DSLContext sql,
            @Value("${silkthread.dir}") Path dir) {
        this.cuts = cuts;
        this.submissions = submissions;
        this.directory = directory;
        this.sql = sql;
        this.dir = dir;
    }

    @BeforeEach
    void counts() {
        directory.registerProvisional(List.of(new Provisional("CUT1", "Cut Hospital", "Y59", "test")));
        Sheet.ofValues().row(MONTH.indicator(), "CUT1", "2017-05", 12, 640).importInto(submissions);
    }

    @Test
    void a_cut_is_read_through_disclosure_and_exactly_inside() {
        Cut cut = cuts.freeze("Test cut", List.of(MONTH, REGION, NOTHING), Sheet.TESTER);
        CutReading open = cuts.read(cut.id(), Audience.everyone()).orElseThrow();
        assertThat(open.figures()).extracting(Figure::id).containsExactly(MONTH, REGION, NOTHING);
        assertThat(numerator(open, MONTH)).hasToString("about 10");
        assertThat(numerator(open, REGION)).hasToString("about 10");
        assertThat(open.figure(NOTHING).orElseThrow().shown()).isEmpty();
        CutReading own =
                cuts.read(cut.id(), new Audience.Members(Set.of("CUT1"))).orElseThrow();
        assertThat(numerator(own, MONTH)).hasToString("12");
        assertThat(numerator(own, REGION)).hasToString("about 10");
        assertThat(cuts.exact(cut.id(), MONTH).orElseThrow().numerator()).isEqualTo(12);
        assertThat(cuts.exact(cut.id(), NOTHING)).isEmpty();
    }

    @Test
    void a_later_correction_does_not_rewrite_a_cut() {
        Cut cut = cuts.freeze("Before the correction", List.of(MONTH), Sheet.TESTER);
        Sheet.ofValues().row(MONTH.indicator(), "CUT1", "2017-05", 99, 640).importInto(submissions);
        assertThat(cuts.exact(cut.id(), MONTH).orElseThrow().numerator()).isEqualTo(12);
        assertThat(cuts.verify(cut.id())).isEqualTo(new CutVerification.Intact(cut.sha256()));
        Cut later = cuts.freeze("After the correction", List.of(MONTH), Sheet.TESTER);
        assertThat(cuts.exact(later.id(), MONTH).orElseThrow().numerator()).isEqualTo(99);
        Sheet.ofValues().row(MONTH.indicator(), "CUT1", "2017-05", 12, 641).importInto(submissions);
        Sheet.ofValues().row(MONTH.indicator(), "CUT1", "2017-05", 12, 640).importInto(submissions);
    }

    @Test
    void the_database_refuses_to_change_or_delete_a_cut() {
        Cut cut = cuts.freeze("Fixed", List.of(MONTH), Sheet.TESTER);
        assertThatThrownBy(() -> sql.execute("update indicators.cut set content = 'x' where id = ?", cut.id()))
                .hasMessageContaining("kept as they were written");
        assertThatThrownBy(() -> sql.execute("delete from indicators.cut_figure where cut = ?", cut.id()))
                .hasMessageContaining("kept as they were written");
    }

    @Test
    void given_somebody_gets_around_the_database_then_the_signature_tells() {
        Cut cut = cuts.freeze("Tampered", List.of(MONTH), Sheet.TESTER);
        DatabaseOwner.execute(sql, "alter table indicators.cut disable trigger cut_no_change");
        try {
            sql.execute(
                    "update indicators.cut set content = replace(content, '\"numerator\":12', '\"numerator\":13')"
                            + " where id = ?",
                    cut.id());
            assertThat(cuts.verify(cut.id())).isInstanceOf(CutVerification.Broken.class);
            sql.execute(
                    "update indicators.cut set sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')"
                            + " where id = ?",
                    cut.id());
            assertThat(cuts.verify(cut.id()))
                    .isEqualTo(new CutVerification.Broken("The signature does not belong to the text of the cut."));
        } finally {
            DatabaseOwner.execute(sql, "alter table indicators.cut enable trigger cut_no_change");
        }
    }

    @Test
    void the_signing_key_is_made_on_first_use_and_only_its_owner_can_read_it() throws Exception {
        cuts.freeze("Signed", List.of(MONTH), Sheet.TESTER);
        assertThat(Files.getPosixFilePermissions(dir.resolve("keys/cuts.ed25519")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void an_empty_cut_and_unknown_figures_are_refused_and_a_missing_cut_is_broken() {
        assertThatThrownBy(() -> cuts.freeze("Empty", List.of(), Sheet.TESTER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        cuts.freeze("Unknown", List.of(FigureId.parse("no-such-thing.CUT1.2017-05")), Sheet.TESTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-thing.CUT1.2017-05");
        assertThat(cuts.verify(UUID.randomUUID())).isInstanceOf(CutVerification.Broken.class);
    }

    private static PublishedCount numerator(CutReading reading, FigureId id) {
        return reading.figure(id).orElseThrow().shown().orElseThrow().numerator();
    }
}
