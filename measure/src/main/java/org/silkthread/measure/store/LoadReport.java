package org.silkthread.measure.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a load did.
 *
 * @param bytes of JSON that were read, after decompression
 * @param bytesBefore of them those that the same load had read before it was stopped
 * @param resources how many were read
 * @param replaced how many of them were older versions of others in the same load, and left out
 * @param rejected how many could not be read
 * @param rejects the file that tells why; empty when all could be read
 * @param waiting of what was read, the resources whose patient is not known yet
 * @param deleted how many patients were named for deletion
 * @param storedBytes the size of what was written
 */
public record LoadReport(
        long bytes,
        long bytesBefore,
        long resources,
        long replaced,
        long rejected,
        Optional<Path> rejects,
        WaitingResources waiting,
        int deleted,
        long storedBytes) {}
