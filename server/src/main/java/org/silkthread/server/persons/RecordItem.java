package org.silkthread.server.persons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One thing in a record, in its newest version.
 *
 * @param id random; stands in addresses
 * @param person whose it is; after a merge the record it came with
 * @param version from 1
 * @param happenedOn the day it is about, if it says one
 * @param organisation the code of the organisation that it came from
 * @param author who wrote it, if it says so
 * @param labels its privacy labels, the one that the person put on included
 * @param resource the FHIR R4 resource as it was received
 */
public record RecordItem(
        UUID id,
        PersonId person,
        int version,
        Category category,
        Optional<LocalDate> happenedOn,
        String title,
        String organisation,
        Optional<String> author,
        Set<PrivacyLabel> labels,
        JsonNode resource,
        Instant recordedAt) {

    public RecordItem {
        labels = Set.copyOf(labels);
    }

    /** The kind of FHIR resource. */
    public String resourceType() {
        return resource.path("resourceType").asString("");
    }

    /** Never what it says, which would then stand in logs. */
    @Override
    public String toString() {
        return "RecordItem[" + id + "]";
    }
}
