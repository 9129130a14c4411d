package org.silkthread.methods.proms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The header of a published file, with names compared by their letters and digits only, as spelling differs by year. */
record PackColumns(List<String> names) {

    static PackColumns of(List<String> header) {
        return new PackColumns(header.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .toList());
    }

    /** The first column whose plain name is one of these. */
    OptionalInt named(String... candidates) {
        return where(name -> List.of(candidates).contains(name));
    }

    /** The first column whose plain name passes. */
    OptionalInt where(Predicate<String> test) {
        return IntStream.range(0, names.size())
                .filter(i -> test.test(names.get(i)))
                .findFirst();
    }

    /** A number in a cell; nothing when it is starred, a dash or empty. */
    static Optional<Double> number(List<String> cells, int column) {
        String text = cells.get(column).strip();
        if (text.isEmpty() || text.equals("*") || text.equals("-") || text.equalsIgnoreCase("NA")) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            throw new PackCellException(column, "a number, or * for one that is withheld");
        }
        throw new PackCellException(column, "a finite number");
    }
}
