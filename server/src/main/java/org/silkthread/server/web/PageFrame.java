package org.silkthread.server.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.web.component.PageLink;

/**
 * What stands around the content of every page. Each model has one under the name {@code frame}, which knows the
 * visitor; a controller or template adds the page's own title and place:
 *
 * <pre>{@code frame.titled("Hip replacement").in(Section.INDICATORS).under(PageLink.to("Indicators", "/indicators"))}</pre>
 *
 * @param title the page's own title, unique on the site
 * @param section the part of the site that the page belongs to
 * @param breadcrumbs the pages above this one, home first; empty on the home page
 * @param person who is signed in, if anybody
 * @param formToken the proof that forms carry; empty where forms are not protected
 * @param hasProblems whether a form on the page was filled in wrongly, which the title says first
 * @param notice what every page says before its content, such as that this is a demonstration; empty as a rule
 * @param assets the addresses of style sheets, scripts and pictures
 */
public record PageFrame(
        String title,
        Section section,
        List<PageLink> breadcrumbs,
        Optional<SignedInPerson> person,
        Optional<FormToken> formToken,
        boolean hasProblems,
        Optional<String> notice,
        Assets assets) {

    private static final String SITE = "Silkthread";

    public PageFrame {
        breadcrumbs = List.copyOf(breadcrumbs);
    }

    /** A frame that knows the visitor but not yet the page. */
    static PageFrame forVisitor(Optional<SignedInPerson> person, Optional<FormToken> formToken, Assets assets) {
        return new PageFrame(SITE, Section.ELSEWHERE, List.of(), person, formToken, false, Optional.empty(), assets);
    }

    public PageFrame titled(String newTitle) {
        if (newTitle.isBlank()) {
            throw new IllegalArgumentException("Every page has a title");
        }
        return new PageFrame(newTitle, section, breadcrumbs, person, formToken, hasProblems, notice, assets);
    }

    public PageFrame in(Section newSection) {
        return new PageFrame(title, newSection, breadcrumbs, person, formToken, hasProblems, notice, assets);
    }

    /** Places the page below these pages; home is always first and need not be named. */
    public PageFrame under(PageLink... above) {
        List<PageLink> path = Stream.concat(Stream.of(PageLink.to("Home", "/")), Stream.of(above))
                .toList();
        return new PageFrame(title, section, path, person, formToken, hasProblems, notice, assets);
    }

    public PageFrame withProblems(boolean formHasProblems) {
        return new PageFrame(title, section, breadcrumbs, person, formToken, formHasProblems, notice, assets);
    }

    /** Says something before the content of every page. */
    PageFrame noting(Optional<String> words) {
        return new PageFrame(title, section, breadcrumbs, person, formToken, hasProblems, words, assets);
    }

    /** The title of the browser's window. */
    public String documentTitle() {
        String page = title.equals(SITE) ? SITE : title + " – " + SITE;
        return hasProblems ? "Error: " + page : page;
    }

    /** The address of a style sheet, script or picture, such as 'silkthread.css'. */
    public String asset(String name) {
        return assets.address(name);
    }
}
