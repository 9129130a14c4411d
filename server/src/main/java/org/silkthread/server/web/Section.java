package org.silkthread.server.web;

/** The sections of the site, as the header's navigation lists them. */
public enum Section {
    INDICATORS("Indicators", "/indicators"),
    COMPARE("Compare", "/compare"),
    ORGANISATIONS("Organisations", "/organisations"),
    OBSERVATORY("Observatory", "/observatory"),
    OPEN_DATA("Open data", "/open-data"),
    RIGHTS("Rights", "/rights"),
    /** Pages that the navigation does not list: home, sign-in, workplaces, errors. */
    ELSEWHERE("", "/");

    private final String title;
    private final String href;

    Section(String title, String href) {
        this.title = title;
        this.href = href;
    }

    public String title() {
        return title;
    }

    public String href() {
        return href;
    }

    public boolean isListed() {
        return this != ELSEWHERE;
    }
}
