package org.silkthread.cli.demo;

import java.time.LocalDate;
import java.util.List;

/** The invented people of the demonstration who have records. Their NHS numbers are of the range kept for tests. */
final class DemoPatients {

    /**
     * Somebody with a record.
     *
     * @param key what they are called in the file of records
     * @param nhsNumber ten digits that begin with 999
     * @param practice the code of their general practice
     */
    record Patient(
            String key,
            String nhsNumber,
            String given,
            String family,
            LocalDate born,
            String gender,
            String address,
            String postcode,
            String practice) {}

    static final String HOSPITAL = "DZB";
    static final String PRACTICE = "D99002";

    private static final int LENGTH = 10;
    private static final int MODULUS = 11;

    private DemoPatients() {}

    /** A dozen people; two of them share a name and a date of birth. */
    static List<Patient> all() {
        return List.of(
                patient(1, "john-smith", "John", "Smith", LocalDate.of(1941, 3, 5), "male", "12 Mill Lane"),
                patient(2, "john-smith-2", "John", "Smith", LocalDate.of(1941, 3, 5), "male", "3 Station Road"),
                patient(3, "ann-price", "Ann", "Price", LocalDate.of(1968, 11, 20), "female", "4 Harbour View"),
                patient(4, "leila-haddad", "Leila", "Haddad", LocalDate.of(1967, 6, 2), "female", "27 Orchard Street"),
                patient(5, "margaret-hill", "Margaret", "Hill", LocalDate.of(1959, 1, 14), "female", "8 Castle Close"),
                patient(6, "dev-anand", "Dev", "Anand", LocalDate.of(1997, 9, 30), "male", "Flat 2, 61 Quay Street"),
                patient(7, "raj-mehta", "Raj", "Mehta", LocalDate.of(1982, 4, 11), "male", "15 Foundry Row"),
                patient(8, "grace-okoro", "Grace", "Okoro", LocalDate.of(1975, 8, 25), "female", "90 Victoria Road"),
                patient(9, "tomasz-nowak", "Tomasz", "Nowak", LocalDate.of(1990, 12, 7), "male", "6 Weavers Yard"),
                patient(10, "sian-evans", "Sian", "Evans", LocalDate.of(1988, 2, 19), "female", "33 Larch Avenue"),
                patient(11, "omar-khan", "Omar", "Khan", LocalDate.of(2012, 5, 23), "male", "71 Park Terrace"),
                patient(12, "ivy-chen", "Ivy", "Chen", LocalDate.of(1933, 10, 1), "female", "2 The Limes"));
    }

    private static Patient patient(
            int place, String key, String given, String family, LocalDate born, String gender, String address) {
        return new Patient(key, nhsNumber(place), given, family, born, gender, address, "ZN4 2GD", PRACTICE);
    }

    /** The number at a place among those of the range for tests whose first nine digits have a check digit. */
    private static String nhsNumber(int place) {
        int found = 0;
        for (int serial = 1; ; serial++) {
            String nine = "999%06d".formatted(serial);
            int sum = 0;
            for (int digit = 0; digit < nine.length(); digit++) {
                sum += (nine.charAt(digit) - '0') * (LENGTH - digit);
            }
            int check = (MODULUS - sum % MODULUS) % MODULUS;
            if (check < LENGTH && ++found == place) {
                return nine + check;
            }
        }
    }
}
