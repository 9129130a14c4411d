package org.silkthread.server.indicators.web.document;

/** What may be done with the published data. */
public final class DataLicence {

    /** The name of the licence. */
    public static final String NAME = "Open Government Licence v3.0";

    /** Where it can be read. */
    public static final String ADDRESS = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    /** How a user of the data says where it comes from. */
    public static final String ATTRIBUTION =
            "Contains public sector information licensed under the Open Government Licence v3.0.";

    private DataLicence() {}
}
