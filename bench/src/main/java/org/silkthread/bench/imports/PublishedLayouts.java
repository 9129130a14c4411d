package org.silkthread.bench.imports;

import java.util.List;

/** The columns of national publications. */
final class PublishedLayouts {

    /** NHS England, A&E attendances and emergency admissions, monthly. */
    static final List<String> ACCIDENT_AND_EMERGENCY = List.of(
            "Period",
            "Org Code",
            "Parent Org",
            "Org name",
            "A&E attendances Type 1",
            "A&E attendances Type 2",
            "A&E attendances Other A&E Department",
            "A&E attendances Booked Appointments Type 1",
            "A&E attendances Booked Appointments Type 2",
            "A&E attendances Booked Appointments Other Department",
            "Attendances over 4hrs Type 1",
            "Attendances over 4hrs Type 2",
            "Attendances over 4hrs Other Department",
            "Attendances over 4hrs Booked Appointments Type 1",
            "Attendances over 4hrs Booked Appointments Type 2",
            "Attendances over 4hrs Booked Appointments Other Department",
            "Patients who have waited 4-12 hs from DTA to admission",
            "Patients who have waited 12+ hrs from DTA to admission",
            "Emergency admissions via A&E - Type 1",
            "Emergency admissions via A&E - Type 2",
            "Emergency admissions via A&E - Other A&E department",
            "Other emergency admissions");

    /** Organisation Data Service, practices: the file has no header. */
    static final int PRACTICE_COLUMNS = 27;

    private PublishedLayouts() {}
}
