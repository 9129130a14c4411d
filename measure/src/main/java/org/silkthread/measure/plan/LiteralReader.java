package org.silkthread.measure.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.silkthread.measure.plan.Expression.Literal;
import org.silkthread.measure.plan.Expression.Unsupported;
import tools.jackson.databind.JsonNode;

/**
 * Literals of simple types. The translator does not check their range, so it is done here: a literal that is no value of
 * its type fails where it is evaluated.
 */
final class LiteralReader {

    private static final int DECIMAL_PLACES = 8;
    private static final int DIGITS_BEFORE_POINT = 28;
    private static final BigInteger LEAST_INTEGER = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger GREATEST_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger LEAST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private LiteralReader() {}

    static boolean isLiteral(JsonNode node) {
        return node.path("type").asString("").equals("Literal");
    }

    /**
     * A literal.
     *
     * @param negative whether a minus stands before it: the least Integer is written so, and its number alone is none
     */
    static Expression read(JsonNode node, boolean negative) {
        String value = node.path("value").asString("");
        return switch (TypeReader.named(node.path("valueType").asString("")).name()) {
            case "Boolean" -> new Literal(Boolean.valueOf(value));
            case "Integer" -> {
                BigInteger number = whole(value, negative);
                yield number.compareTo(LEAST_INTEGER) < 0 || number.compareTo(GREATEST_INTEGER) > 0
                        ? outOfRange(value, "Integer")
                        : new Literal(number.intValue());
            }
            case "Long" -> {
                BigInteger number =
                        whole(value.endsWith("L") ? value.substring(0, value.length() - 1) : value, negative);
                yield number.compareTo(LEAST_LONG) < 0 || number.compareTo(GREATEST_LONG) > 0
                        ? outOfRange(value, "Long")
                        : new Literal(number.longValue());
            }
            case "Decimal" -> {
                BigDecimal number = new BigDecimal(value);
                yield number.scale() > DECIMAL_PLACES || number.precision() - number.scale() > DIGITS_BEFORE_POINT
                        ? outOfRange(value, "Decimal")
                        : new Literal(negative ? number.negate() : number);
            }
            default -> new Literal(value);
        };
    }

    private static BigInteger whole(String digits, boolean negative) {
        BigInteger number = new BigInteger(digits);
        return negative ? number.negate() : number;
    }

    private static Expression outOfRange(String value, String type) {
        return new Unsupported(value + " is not within the range of " + type);
    }
}
