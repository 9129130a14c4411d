package org.silkthread.measure.synthetic;

/** Procedures, reviews, screening tests and vaccinations, and what patients are allergic to. */
enum Act {
    MEDICATION_REVIEW("182836005", "Review of medication"),
    ASTHMA_REVIEW("394700004", "Asthma annual review"),
    LUNG_DISEASE_REVIEW("394703002", "Chronic obstructive pulmonary disease annual review"),
    HEART_FAILURE_REVIEW("389838008", "Heart failure annual review"),
    DEMENTIA_REVIEW("249181000000100", "Dementia annual review"),
    DEPRESSION_REVIEW("413973005", "Depression interim review"),
    MENTAL_ILLNESS_CHECK(
            Term.local("smi-physical-check", "Yearly physical check of a person with severe mental illness")),
    LEARNING_DISABILITY_CHECK(
            Term.local("ld-health-check", "Yearly health check of a person with a learning disability")),
    FOOT_CHECK("401191002", "Diabetic foot examination"),
    EYE_SCREENING("134395001", "Diabetic retinopathy screening"),
    CERVICAL_SCREENING("171149006", "Screening for malignant neoplasm of cervix"),
    BREAST_SCREENING("268547008", "Screening for malignant neoplasm of breast"),
    BOWEL_SCREENING("275978004", "Screening for malignant neoplasm of colon"),
    STOP_SMOKING_ADVICE("225323000", "Smoking cessation education"),
    STOP_SMOKING_REFERRAL("395700008", "Referral to stop-smoking clinic"),
    CAESAREAN("11466000", "Cesarean section"),
    NORMAL_DELIVERY("48782003", "Delivery normal"),
    HIP_REPLACEMENT("52734007", "Total replacement of hip"),
    HIP_FRACTURE_FIXATION(Term.local("hip-fracture-surgery", "Surgery for a broken hip")),
    KNEE_REPLACEMENT("609588000", "Total knee replacement"),
    CATARACT_EXTRACTION("54885007", "Cataract extraction"),
    COLONOSCOPY("73761001", "Colonoscopy"),
    CORONARY_INTERVENTION("415070008", "Percutaneous coronary intervention"),
    FLU_VACCINE("86198006", "Administration of vaccine product containing only Influenza virus antigen"),
    MMR_VACCINE("38598009", "Administration of measles, mumps and rubella vaccine"),
    PNEUMOCOCCAL_VACCINE(
            "12866006", "Administration of vaccine product containing only Streptococcus pneumoniae antigen"),
    PENICILLIN_ALLERGY("91936005", "Allergy to penicillin"),
    PEANUT_ALLERGY("91935009", "Allergy to peanut"),
    PALLIATIVE_CARE("103735009", "Palliative care"),
    LONG_TERM_PLAN(Term.local("long-term-condition-plan", "Care plan for a long-term condition"));

    private final Term term;

    Act(String code, String display) {
        this(Term.snomed(code, display));
    }

    Act(Term term) {
        this.term = term;
    }

    Term term() {
        return term;
    }
}
