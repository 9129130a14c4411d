package org.silkthread.cli.stats;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a value is multiplied by: a number above zero. */
final class MultiplierConverter implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The sentence below says all there is to say.
        }
        throw new TypeConversionException("'" + text + "' is not a number above 0");
    }
}
