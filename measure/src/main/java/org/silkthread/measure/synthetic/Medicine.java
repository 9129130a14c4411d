package org.silkthread.measure.synthetic;

/**
 * Medicines: product codes of the dictionary of medicines and devices (dm+d), which are SNOMED CT codes, or, where the name
 * has no strength, the SNOMED CT code of the substance.
 */
enum Medicine {
    RAMIPRIL("318902004", "Ramipril 5mg capsules", 28),
    LOSARTAN("318956006", "Losartan 50mg tablets", 28),
    AMLODIPINE("319283006", "Amlodipine 5mg tablets", 28),
    BISOPROLOL("318605000", "Bisoprolol 2.5mg tablets", 28),
    FUROSEMIDE("317972000", "Furosemide 40mg tablets", 28),
    ATORVASTATIN("373444002", "Atorvastatin", 28),
    ASPIRIN("387458008", "Aspirin", 28),
    CLOPIDOGREL("319799004", "Clopidogrel 75mg tablets", 28),
    APIXABAN("42206511000001102", "Apixaban 5mg tablets", 28),
    EDOXABAN("29903411000001101", "Edoxaban 60mg tablets", 28),
    WARFARIN("319733000", "Warfarin 1mg tablets", 28),
    METFORMIN("325278007", "Metformin 500mg tablets", 28),
    GLICLAZIDE("325242002", "Gliclazide 80mg tablets", 28),
    DAPAGLIFLOZIN("703680009", "Dapagliflozin 10mg tablets", 28),
    INSULIN("400780006", "Insulin glargine 100units/ml solution for injection 3ml cartridges", 28),
    SALBUTAMOL("372897005", "Salbutamol", 56),
    BECLOMETASONE("116574000", "Beclometasone dipropionate", 28),
    TIOTROPIUM("409169006", "Tiotropium", 28),
    SERTRALINE("372594008", "Sertraline", 28),
    CITALOPRAM("372596005", "Citalopram", 28),
    MIRTAZAPINE("375193003", "Mirtazapine 15mg tablets", 28),
    OLANZAPINE("321614001", "Olanzapine 10mg tablets", 28),
    ARIPIPRAZOLE("406787003", "Aripiprazole 10mg tablets", 28),
    LITHIUM("387095003", "Lithium carbonate", 28),
    DONEPEZIL("386855006", "Donepezil", 28),
    LAMOTRIGINE("387562000", "Lamotrigine", 28),
    LEVETIRACETAM("387000003", "Levetiracetam", 28),
    OMEPRAZOLE("387137007", "Omeprazole", 28),
    LEVOTHYROXINE("710809001", "Levothyroxine", 28),
    NAPROXEN("329807003", "Naproxen 500mg tablets", 14),
    AMOXICILLIN("39732411000001106", "Amoxicillin 500mg capsules", 5),
    DOXYCYCLINE("324059006", "Doxycycline 100mg capsules", 5),
    NITROFURANTOIN("39108511000001108", "Nitrofurantoin 100mg modified-release capsules", 3),
    TRIMETHOPRIM("324431001", "Trimethoprim 200mg tablets", 3),
    FLUCLOXACILLIN("39692211000001107", "Flucloxacillin 500mg capsules", 5),
    CO_AMOXICLAV("39732211000001107", "Co-amoxiclav 500mg/125mg tablets", 5),
    CEFALEXIN("39694811000001102", "Cefalexin 500mg capsules", 5),
    CIPROFLOXACIN("39687811000001107", "Ciprofloxacin 500mg tablets", 7),
    PENICILLIN_V("323416001", "Phenoxymethylpenicillin 250mg tablets", 10);

    private final Term term;
    private final int days;

    Medicine(String code, String display, int days) {
        this.term = Term.snomed(code, display);
        this.days = days;
    }

    Term term() {
        return term;
    }

    /** How many days one supply lasts. */
    int days() {
        return days;
    }
}
