package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;

/**
 * Somebody's carers and those they care for.
 *
 * @param hasRecord whether the reader has a record that carers could see
 */
public record CarersView(boolean hasRecord, List<Helper> helpers, List<Helped> helped) {

    public CarersView {
        helpers = List.copyOf(helpers);
        helped = List.copyOf(helped);
    }

    /**
     * Somebody who helps the reader, or wants to, or is asked to.
     *
     * @param state what there is to do: asked, offered or held
     * @param sees what they may see, in words
     */
    public record Helper(String id, String name, String relation, String state, String sees) {}

    /**
     * Somebody the reader helps, or was offered to help.
     *
     * @param href the address of their record; blank while it is not open
     */
    public record Helped(String id, String name, String relation, String state, String sees, String href) {}

    /** The form for offering somebody a look. */
    public record Offer(String carer, String relation, GrantForm grant, List<FormProblem> problems) {

        public Offer {
            problems = List.copyOf(problems);
        }
    }

    /** The form for asking somebody. */
    public record Ask(
            String number,
            String family,
            TypedDate birth,
            String relation,
            GrantForm grant,
            List<FormProblem> problems) {

        public Ask {
            problems = List.copyOf(problems);
        }
    }

    /** The form for deciding what a carer may see. */
    public record Deciding(
            String id, String name, String relation, boolean asked, GrantForm grant, List<FormProblem> problems) {

        public Deciding {
            problems = List.copyOf(problems);
        }
    }
}
