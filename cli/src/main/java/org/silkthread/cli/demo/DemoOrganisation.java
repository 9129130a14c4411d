package org.silkthread.cli.demo;

import java.util.List;

/**
 * An organisation of the demonstration. All names are fictional.
 *
 * @param code a code outside the ranges that the organisation register gives out
 * @param type the code of its organisation type, as in {@code content/organisation-types}
 * @param parent the code of the organisation above it, or empty
 * @param serviceLines the service lines that it runs
 * @param size how busy it is; 1 is an ordinary one of its kind
 */
record DemoOrganisation(
        String code,
        String name,
        String type,
        String postcode,
        String parent,
        List<String> serviceLines,
        double latitude,
        double longitude,
        double size) {

    boolean runs(String serviceLine) {
        return serviceLines.contains(serviceLine);
    }
}
