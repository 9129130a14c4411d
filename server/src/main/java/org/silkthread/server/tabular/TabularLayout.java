package org.silkthread.server.tabular;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The columns of a file.
 *
 * @param heading how the file says which column is which
 * @param required columns that must be there, in the order of the file when it has no header line
 * @param optional columns of a file with a header line that may be there
 * @param otherColumns whether columns of other names may be there too; they are not read
 * @param trailingEmpty whether a line may end with more, empty, cells than the layout has columns
 * @param naming the layout's name of a column that the file's header line calls so; for headers that differ between
 *     editions of one publication
 */
public record TabularLayout(
        Heading heading,
        List<String> required,
        List<String> optional,
        boolean otherColumns,
        boolean trailingEmpty,
        UnaryOperator<String> naming) {

    /** How a file says which column is which. */
    public enum Heading {
        /** The first line names the columns, in any order. */
        FIRST_LINE,
        /** The first line is a row; columns are known by position. */
        NONE
    }

    /** Keeps its own copies of the lists. */
    public TabularLayout {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** A layout whose first line names these columns, in any order and in any letter case. */
    public static TabularLayout withHeader(String... columns) {
        return new TabularLayout(
                Heading.FIRST_LINE, List.of(columns), List.of(), false, false, UnaryOperator.identity());
    }

    /** A layout without a header line, whose columns stand in this order. */
    public static TabularLayout headerless(String... columns) {
        return new TabularLayout(Heading.NONE, List.of(columns), List.of(), false, false, UnaryOperator.identity());
    }

    /** This layout with columns that may be left out of the header line; a row then reads them as empty. */
    public TabularLayout withOptional(String... columns) {
        return new TabularLayout(heading, required, List.of(columns), otherColumns, trailingEmpty, naming);
    }

    /** This layout, allowing columns that it does not name. */
    public TabularLayout allowingOtherColumns() {
        return new TabularLayout(heading, required, optional, true, trailingEmpty, naming);
    }

    /** This layout, allowing lines that end with more, empty, cells. */
    public TabularLayout allowingTrailingEmpty() {
        return new TabularLayout(heading, required, optional, otherColumns, true, naming);
    }

    /** This layout, for files whose header line calls columns by other names. */
    public TabularLayout named(UnaryOperator<String> layoutsName) {
        return new TabularLayout(heading, required, optional, otherColumns, trailingEmpty, layoutsName);
    }

    List<String> columns() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
