package org.silkthread.cli.synth.department;

import java.util.List;
import java.util.OptionalLong;
import org.silkthread.measure.synthetic.NhsNumbers;

/**
 * Somebody who does not exist, as the PID segment has them.
 *
 * @param number the organisation's own number
 * @param nhsNumber of the range set aside for tests; empty when it is used up
 */
record InventedPerson(String number, OptionalLong nhsNumber, String family, String given, int born, String sex) {

    private static final List<String> FAMILY = List.of(
            "Thistlewick",
            "Marrowby",
            "Quillfeather",
            "Ombersley-Test",
            "Dapplemoor",
            "Fenwhistle",
            "Brackenspoon",
            "Larkhollow",
            "Pebbleworth",
            "Tansygate",
            "Umberlane",
            "Willowdrift",
            "Yarrowfield",
            "Copperbeck",
            "Merrithorn",
            "Osierbank");
    private static final List<String> WOMEN = List.of(
            "Ada", "Bronwen", "Chiara", "Dilys", "Esi", "Farah", "Greta", "Hanneke", "Imogen", "Jaya", "Kezia",
            "Leila");
    private static final List<String> MEN = List.of(
            "Anselm", "Bram", "Caspar", "Dev", "Emeka", "Fergus", "Goran", "Hari", "Ivo", "Jabari", "Kit", "Lorcan");
    private static final int OLDEST = 98;

    static InventedPerson drawn(NhsNumbers nhsNumbers, int visit, String number, int year, Chance chance) {
        boolean woman = chance.happens(0.52);
        return new InventedPerson(
                number,
                nhsNumbers.of(visit),
                chance.of(FAMILY),
                chance.of(woman ? WOMEN : MEN),
                year - chance.below(OLDEST),
                woman ? "F" : "M");
    }

    String segment(String organisation) {
        String nhs = nhsNumber.isPresent() ? "~" + nhsNumber.getAsLong() + "^^^NHS^NH" : "";
        return new Segment("PID")
                .with(1, "1")
                .with(3, number + "^^^" + organisation + "^PI" + nhs)
                .with(5, family + "^" + given)
                .with(7, born + "0101")
                .with(8, sex)
                .text();
    }
}
