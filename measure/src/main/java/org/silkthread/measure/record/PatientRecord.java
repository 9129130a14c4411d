package org.silkthread.measure.record;

import java.util.List;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;

/** All resources of one patient. A record may decode a type's resources only when they are asked for. */
public interface PatientRecord {

    /** The logical id of the Patient resource. */
    String id();

    /** Resources of a type in order of their ids; empty when there are none. Always the same list for the same type. */
    List<Structure> resources(StructureType type);
}
