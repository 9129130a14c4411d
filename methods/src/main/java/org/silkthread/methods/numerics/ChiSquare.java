package org.silkthread.methods.numerics;

import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Quantiles of the chi-square distribution, any positive number of degrees of freedom, whole or not.
 *
 * <p>The distribution function is the regularised incomplete gamma function of half the value (<a
 * href="https://dlmf.nist.gov/8.2">DLMF 8.2</a>). Its inverse starts at the Wilson and Hilferty (1931) approximation
 * and is refined by Newton steps on the logarithm of the tail probability, which is nearly straight and so converges
 * in a few steps from far away; a bracket keeps every step safe. Where the distribution is nearly normal, fewer and
 * longer steps lead there.
 */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * The value below which the variable falls with probability {@code p}.
     *
     * @param p lower tail probability, strictly between 0 and 1
     * @param degrees degrees of freedom, not negative; with 0 the variable is always 0
     * @return the quantile; 0 when it is too small for a double
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static double lowerQuantile(double p, double degrees) {
        requireProbability(p);
        requireDegrees(degrees);
        if (degrees == 0) {
            return 0;
        }
        double shape = degrees / 2;
        return 2 * (p <= 0.5 ? fromLowerTail(p, shape, Normal.upperQuantile(p)) : fromUpperTail(1 - p, shape));
    }

    /**
     * The value above which the variable falls with probability {@code q}.
     *
     * @param q upper tail probability, strictly between 0 and 1
     * @param degrees degrees of freedom, not negative; with 0 the variable is always 0
     * @return the quantile; 0 when it is too small for a double
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static double upperQuantile(double q, double degrees) {
        requireProbability(q);
        requireDegrees(degrees);
        if (degrees == 0) {
            return 0;
        }
        double shape = degrees / 2;
        return 2 * (q < 0.5 ? fromUpperTail(q, shape) : fromLowerTail(1 - q, shape, -Normal.upperQuantile(q)));
    }

    /**
     * Solves ln P(a, x) = ln p in u = ln x, in which it is concave and, near zero, straight with slope a. {@code z} has the
     * probability p above it.
     */
    private static double fromLowerTail(double p, double shape, double z) {
        OptionalDouble near = NearNormalGamma.quantile(shape, -z, p);
        if (near.isPresent()) {
            return near.getAsDouble();
        }
        if (RegularizedGamma.P.value(shape, Double.MIN_NORMAL) >= p) {
            return 0;
        }
        double target = Math.log(p);
        double start = Math.log(startingPoint(shape, -z));
        double root =
                RisingRoot.from(start, u -> Math.log(RegularizedGamma.P.value(shape, Math.exp(u))) - target, u -> {
                    double x = Math.exp(u);
                    return x * RegularizedGamma.P.derivative(shape, x) / RegularizedGamma.P.value(shape, x);
                });
        return Math.exp(root);
    }

    /** Solves ln Q(a, x) = ln q in u = ln x. */
    private static double fromUpperTail(double q, double shape) {
        double z = Normal.upperQuantile(q);
        OptionalDouble near = NearNormalGamma.quantile(shape, z, q);
        if (near.isPresent()) {
            return near.getAsDouble();
        }
        double target = Math.log(q);
        double start = Math.log(startingPoint(shape, z));
        double root =
                RisingRoot.from(start, u -> target - Math.log(RegularizedGamma.Q.value(shape, Math.exp(u))), u -> {
                    double x = Math.exp(u);
                    return x * RegularizedGamma.P.derivative(shape, x) / RegularizedGamma.Q.value(shape, x);
                });
        return Math.exp(root);
    }

    /** Wilson and Hilferty: the cube root of a gamma variable over its shape is nearly normal. */
    private static double startingPoint(double shape, double z) {
        double cubeRoot = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        double approximation = shape * cubeRoot * cubeRoot * cubeRoot;
        return approximation > 1e-3 * shape ? approximation : 1e-3 * shape;
    }

    private static void requireProbability(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("A probability lies strictly between 0 and 1, not " + p);
        }
    }

    private static void requireDegrees(double degrees) {
        if (!(degrees >= 0 && degrees < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Degrees of freedom are finite and not negative, not " + degrees);
        }
    }
}
