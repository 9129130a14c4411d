package org.silkthread.measure.synthetic;

/**
 * What a patient may have, with how it comes with age. {@code men} and {@code women} are the chance of ever having it for a
 * person without other conditions who lives long enough; the age at onset is spread around {@code median} with {@code
 * spread} years. The numbers are our own, set so that prevalences by age come near to those of the Quality and Outcomes
 * Framework registers.
 */
enum Diagnosis {
    OBESITY("414916001", "Obesity", 0, 0, 40, 12, 18),
    LEARNING_DISABILITY("110359009", "Intellectual disability", 0.007, 0.005, 5, 1, 3),
    EPILEPSY("84757009", "Epilepsy", 0.012, 0.011, 28, 22, 1),
    ASTHMA("195967001", "Asthma", 0.088, 0.11, 14, 14, 3),
    SCHIZOPHRENIA("58214004", "Schizophrenia", 0.009, 0.006, 28, 9, 16),
    BIPOLAR("13746004", "Bipolar disorder", 0.005, 0.007, 30, 10, 16),
    DEPRESSION("35489007", "Depressive disorder", 0.16, 0.28, 37, 16, 14),
    HYPERTENSION("59621000", "Essential hypertension", 0.56, 0.50, 65, 14, 20),
    TYPE_1_DIABETES("46635009", "Diabetes mellitus type 1", 0.005, 0.0045, 14, 8, 1),
    TYPE_2_DIABETES("44054006", "Diabetes mellitus type 2", 0.20, 0.155, 60, 13, 25),
    KIDNEY_DISEASE_3("433144002", "Chronic kidney disease stage 3", 0.36, 0.42, 80, 10, 35),
    KIDNEY_DISEASE_4("431857002", "Chronic kidney disease stage 4", 0.018, 0.016, 79, 11, 35),
    CORONARY_DISEASE("53741008", "Coronary arteriosclerosis", 0.19, 0.11, 71, 12, 30),
    INFARCTION("22298006", "Myocardial infarction", 0.004, 0.002, 70, 12, 30),
    ATRIAL_FIBRILLATION("49436004", "Atrial fibrillation", 0.24, 0.19, 79, 10, 35),
    STROKE("230690007", "Cerebrovascular accident", 0.145, 0.13, 77, 13, 25),
    LUNG_DISEASE("13645005", "Chronic obstructive lung disease", 0.052, 0.048, 67, 11, 35),
    HEART_FAILURE("84114007", "Heart failure", 0.13, 0.105, 81, 10, 40),
    BREAST_CANCER("254837009", "Malignant neoplasm of breast", 0.001, 0.125, 63, 14, 25),
    PROSTATE_CANCER("399068003", "Malignant tumor of prostate", 0.15, 0, 75, 9, 45),
    BOWEL_CANCER("363406005", "Malignant neoplasm of colon", 0.06, 0.05, 75, 12, 30),
    LUNG_CANCER("254637007", "Non-small cell lung cancer", 0.035, 0.03, 74, 10, 40),
    OSTEOARTHRITIS("396275006", "Osteoarthritis", 0.22, 0.32, 67, 12, 40),
    ALZHEIMERS("26929004", "Alzheimer's disease", 0.34, 0.42, 88, 7, 60),
    VASCULAR_DEMENTIA("429998004", "Vascular dementia", 0.16, 0.16, 87, 7, 60),
    PREGNANCY("77386006", "Pregnancy", 0, 0, 30, 6, 16),
    URINARY_INFECTION("68566005", "Urinary tract infectious disease", 0, 0, 0, 0, 0),
    UPPER_AIRWAY_INFECTION("54150009", "Upper respiratory infection", 0, 0, 0, 0, 0),
    LOWER_AIRWAY_INFECTION("50417007", "Lower respiratory tract infection", 0, 0, 0, 0, 0),
    PNEUMONIA("233604007", "Pneumonia", 0, 0, 0, 0, 0),
    CHEST_PAIN("29857009", "Chest pain", 0, 0, 0, 0, 0),
    BACK_PAIN("161891005", "Backache", 0, 0, 0, 0, 0),
    HIP_FRACTURE("5913000", "Fracture of neck of femur", 0, 0, 0, 0, 0),
    CATARACT("193570009", "Cataract", 0, 0, 0, 0, 0);

    /** The conditions that come by the model of onset; the others come with events. */
    static final int LASTING = PREGNANCY.ordinal();

    private final Term term;
    private final double men;
    private final double women;
    private final double median;
    private final double spread;
    private final int fromAge;

    Diagnosis(String code, String display, double men, double women, double median, double spread, int fromAge) {
        this.term = Term.snomed(code, display);
        this.men = men;
        this.women = women;
        this.median = median;
        this.spread = spread;
        this.fromAge = fromAge;
    }

    Term term() {
        return term;
    }

    double everAffected(boolean female) {
        return female ? women : men;
    }

    double median() {
        return median;
    }

    double spread() {
        return spread;
    }

    int fromAge() {
        return fromAge;
    }
}
