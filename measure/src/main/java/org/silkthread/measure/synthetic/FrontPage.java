package org.silkthread.measure.synthetic;

import java.util.List;
import java.util.OptionalLong;

/** Writes the Patient resource. All names and addresses are made up from lists and have no postcode. */
final class FrontPage {

    private static final List<String> WOMEN = List.of(
            "Ada",
            "Amina",
            "Beatrice",
            "Bronwen",
            "Chidi",
            "Clara",
            "Deepa",
            "Edith",
            "Esme",
            "Farah",
            "Grace",
            "Hana",
            "Imogen",
            "Joan",
            "Keira",
            "Leila",
            "Maeve",
            "Nadia",
            "Olive",
            "Priya",
            "Rosa",
            "Sunita",
            "Tamsin",
            "Winifred");
    private static final List<String> MEN = List.of(
            "Adeel", "Alfie", "Arjun", "Bernard", "Callum", "Dev", "Elias", "Femi", "George", "Hamza", "Ivor", "Jacob",
            "Kofi", "Leon", "Marek", "Noah", "Owen", "Piotr", "Raj", "Samir", "Stanley", "Tomasz", "Wilfred", "Yusuf");
    private static final List<String> FAMILIES = List.of(
            "Alderman",
            "Ashcombe",
            "Birchall",
            "Brightwater",
            "Calloway",
            "Cresswell",
            "Dunmore",
            "Eastlake",
            "Fairweather",
            "Foxley",
            "Greenhalgh",
            "Hartwell",
            "Islam-Reed",
            "Kaurwood",
            "Larkin",
            "Meadowcroft",
            "Nettleton",
            "Okonjo-Hale",
            "Patelson",
            "Quarles",
            "Redfern",
            "Silverdale",
            "Thornbury",
            "Underhill",
            "Venner",
            "Wainscott",
            "Yarrow");
    private static final List<String> STREETS = List.of(
            "Abbey Lane",
            "Beech Grove",
            "Clover Way",
            "Dyer Street",
            "Elm Close",
            "Foundry Row",
            "Garden Terrace",
            "Heron View");
    private static final String[] ETHNIC_CODES = {
        "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "Z", "99"
    };
    private static final String[] ETHNIC_NAMES = {
        "British", "Irish", "Any other White background", "White and Black Caribbean", "White and Black African",
        "White and Asian", "Any other mixed background", "Indian", "Pakistani", "Bangladeshi",
        "Any other Asian background", "Caribbean", "African", "Any other Black background", "Chinese",
        "Any other ethnic group", "Not stated", "Not known"
    };

    private static final byte[][] WOMEN_TEXT = texts(WOMEN);
    private static final byte[][] MEN_TEXT = texts(MEN);
    private static final byte[][] FAMILY_TEXT = texts(FAMILIES);
    private static final byte[][] STREET_TEXT = texts(STREETS);
    private static final byte[][] ETHNIC_TEXT = ethnicTexts();
    private static final byte[][] TOWN_TEXT = townTexts();

    private static final byte[] HEAD = Bytes.utf8("{\"resourceType\":\"Patient\",\"id\":\"");
    private static final byte[] EXTENSION = Bytes.utf8(
            "\",\"extension\":[{\"url\":"
                    + "\"https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory\",\"valueCodeableConcept\":");
    private static final byte[] IDENTIFIERS = Bytes.utf8("}],\"identifier\":[");
    private static final byte[] NHS_NUMBER =
            Bytes.utf8("{\"use\":\"official\",\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"");
    private static final byte[] NEXT_IDENTIFIER = Bytes.utf8("\"},");
    private static final byte[] SYNTHETIC =
            Bytes.utf8("{\"system\":\"https://silkthread.example/fhir/synthetic-patient\",\"value\":\"");
    private static final byte[] FAMILY =
            Bytes.utf8("\"}],\"active\":true,\"name\":[{\"use\":\"official\",\"family\":\"");
    private static final byte[] GIVEN = Bytes.utf8("\",\"given\":[\"");
    private static final byte[] FEMALE = Bytes.utf8("\"]}],\"gender\":\"female\",\"birthDate\":\"");
    private static final byte[] MALE = Bytes.utf8("\"]}],\"gender\":\"male\",\"birthDate\":\"");
    private static final byte[] DECEASED = Bytes.utf8("\",\"deceasedDateTime\":\"");
    private static final byte[] ADDRESS = Bytes.utf8("\",\"address\":[{\"use\":\"home\",\"line\":[\"");
    private static final byte[] TOWN = Bytes.utf8("\"],\"city\":\"");
    private static final byte[] PRACTICE =
            Bytes.utf8("\",\"country\":\"GB-ENG\"}],\"generalPractitioner\":[{\"reference\":\"Organization/");
    private static final byte[] MANAGED = Bytes.utf8("\"}],\"managingOrganization\":{\"reference\":\"Organization/");
    private static final byte[] TAIL = Bytes.utf8("\"}}\n");

    private final NhsNumbers nhsNumbers;

    FrontPage(NhsNumbers nhsNumbers) {
        this.nhsNumbers = nhsNumbers;
    }

    void write(Person person, Chart chart) {
        int name = person.dice.below(Integer.MAX_VALUE);
        if (!chart.sheaf().wants(ResourceKind.PATIENT)) {
            return;
        }
        Bytes out = chart.sheaf().next(ResourceKind.PATIENT);
        out.text(HEAD);
        out.text(chart.id());
        out.text(EXTENSION);
        out.text(ETHNIC_TEXT[person.ethnicity]);
        out.text(IDENTIFIERS);
        OptionalLong nhsNumber = nhsNumbers.of(person.number);
        if (nhsNumber.isPresent()) {
            out.text(NHS_NUMBER);
            out.number(nhsNumber.getAsLong());
            out.text(NEXT_IDENTIFIER);
        }
        out.text(SYNTHETIC);
        out.text(chart.id());
        out.text(FAMILY);
        out.text(FAMILY_TEXT[name % FAMILY_TEXT.length]);
        out.text(GIVEN);
        byte[][] given = person.female ? WOMEN_TEXT : MEN_TEXT;
        out.text(given[name / 31 % given.length]);
        life(person, out);
        home(person, name, out);
        byte[] practice = Organisations.practice(person.practice);
        out.text(PRACTICE);
        out.text(practice);
        out.text(MANAGED);
        out.text(practice);
        out.text(TAIL);
    }

    private static void life(Person person, Bytes out) {
        out.text(person.female ? FEMALE : MALE);
        Day.write(person.born, out);
        if (person.died != Day.NEVER) {
            out.text(DECEASED);
            Day.writeMinute(deathMinute(person), out);
        }
    }

    /** Deaths are recorded at a minute that follows from the day, so that a last stay in hospital can end with it. */
    static int deathMinute(Person person) {
        return person.died * Day.MINUTES + 120 + Math.floorMod(person.died * 37 + (int) person.number * 61, 1200);
    }

    private static void home(Person person, int name, Bytes out) {
        out.text(ADDRESS);
        out.number(1 + name / 1009 % 120);
        out.one(' ');
        out.text(STREET_TEXT[name / 127 % STREET_TEXT.length]);
        out.text(TOWN);
        out.text(TOWN_TEXT[Organisations.nearest(person.practice)]);
    }

    private static byte[][] texts(List<String> words) {
        return words.stream().map(Bytes::utf8).toArray(byte[][]::new);
    }

    private static byte[][] ethnicTexts() {
        byte[][] texts = new byte[ETHNIC_CODES.length][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = Term.of(
                            "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland",
                            ETHNIC_CODES[i],
                            ETHNIC_NAMES[i])
                    .concept();
        }
        return texts;
    }

    private static byte[][] townTexts() {
        byte[][] texts = new byte[Organisations.HOSPITALS][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = Bytes.utf8(Organisations.town(i));
        }
        return texts;
    }
}
