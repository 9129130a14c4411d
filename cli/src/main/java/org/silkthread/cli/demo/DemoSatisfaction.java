package org.silkthread.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.silkthread.server.identity.Role;
import org.silkthread.server.satisfaction.CollectionPoints;

/** What patients of the hospital's emergency department say: a screen and a form, and the cards of twelve weeks. */
public final class DemoSatisfaction {

    private static final String DEPARTMENT = "Emergency department";
    private static final int DAYS = 84;

    private final CollectionPoints points;

    public DemoSatisfaction(CollectionPoints points) {
        this.points = points;
    }

    /** Opens the screen and the form, if they are not open yet. */
    public void open() {
        if (points.of(DemoPatients.HOSPITAL).isEmpty()) {
            points.open(
                    DemoPatients.HOSPITAL,
                    DEPARTMENT,
                    "How was your visit today?",
                    DemoPeople.holder(Role.QUALITY_LEAD, DemoPatients.HOSPITAL).actor());
        }
    }

    /** Writes the cards: better in the later six weeks. */
    public static Path write(Path directory, LocalDate today) {
        StringBuilder rows = new StringBuilder("organisation,department,day,very_good,good,poor,very_poor\n");
        for (int ago = DAYS; ago > 0; ago--) {
            int unlike = ago * 7 % 5;
            boolean after = ago <= DAYS / 2;
            rows.append(DemoPatients.HOSPITAL)
                    .append(',')
                    .append(DEPARTMENT)
                    .append(',')
                    .append(today.minusDays(ago))
                    .append(after ? "," + (7 + unlike % 3) : "," + (4 + unlike % 2))
                    .append(",")
                    .append(5 + unlike)
                    .append(after ? ",2" : ",4")
                    .append(unlike == 0 ? ",2\n" : ",1\n");
        }
        try {
            return Files.writeString(directory.resolve("patient-answers.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demonstration's answers of patients", e);
        }
    }
}
