package org.silkthread.server.indicators.web.observatory;

import org.silkthread.server.indicators.Method;

/**
 * Lines of R that read a file of this service and arrive at the numbers that it shows. They need R and no package. What
 * they print is named as in the columns of the files: value, lower_95, upper_95; centre, lower, upper; phi, tau2.
 */
final class RecipeInR {

    private RecipeInR() {}

    /**
     * The value of one figure and its interval.
     *
     * @param file the address of the figure's CSV file
     * @param multiplier what a rate is given per, such as 100,000
     */
    static String interval(Method method, String file, double multiplier) {
        return switch (method) {
            case PROPORTION -> """
                figure <- read.csv("%s")
                wilson <- prop.test(figure$numerator, figure$denominator, correct = FALSE)$conf.int
                c(value = figure$numerator / figure$denominator, lower_95 = wilson[1], upper_95 = wilson[2])
                """.formatted(file);
            case RATE -> events(file, "figure$denominator", multiplier);
            case STANDARDISED_RATIO -> events(file, "figure$expected", multiplier);
            case COUNT -> events(file, "1", 1);
        };
    }

    private static String events(String file, String size, double multiplier) {
        return """
            figure <- read.csv("%s")
            x <- figure$numerator
            size <- %s / %s
            z <- qnorm(0.975)
            lower <- if (x < 10) qchisq(0.025, 2 * x) / 2 else x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3
            y <- x + 1
            upper <- if (x < 10) qchisq(0.975, 2 * y) / 2 else y * (1 - 1 / (9 * y) + z / (3 * sqrt(y)))^3
            c(value = x / size, lower_95 = lower / size, upper_95 = upper / size)
            """.formatted(file, size, number(multiplier));
    }

    /**
     * The limits of the control chart.
     *
     * @param file the address of the CSV file of the series
     */
    static String limits(Method method, String file, double multiplier) {
        return """
            series <- read.csv("%s")
            series <- series[order(series$period_start), ]
            y <- %s
            ranges <- na.omit(abs(diff(y)))
            screened <- ranges[ranges < 3.267 * mean(ranges)]
            spread <- if (length(screened) > 0) mean(screened) else 0
            centre <- mean(y, na.rm = TRUE)
            c(centre = centre, lower = centre - 2.66 * spread, upper = centre + 2.66 * spread)
            """.formatted(
                        file,
                        switch (method) {
                            case PROPORTION -> "series$numerator / series$denominator";
                            case RATE -> "series$numerator / series$denominator * " + number(multiplier);
                            case STANDARDISED_RATIO -> "series$numerator / series$expected * " + number(multiplier);
                            case COUNT -> "series$numerator";
                        });
    }

    /**
     * The spread between organisations and the 99.8% limits of the funnel at their sizes.
     *
     * @param file the address of the CSV file of the comparison
     */
    static String funnel(Method method, String file) {
        String size = method == Method.STANDARDISED_RATIO ? "expected" : "denominator";
        String open = """
            peers <- read.csv("%s")
            peers <- peers[!is.na(peers$numerator) & !is.na(peers$%s) & peers$%s > 0, ]
            x <- peers$numerator
            n <- peers$%s
            common <- sum(x) / sum(n)
            """.formatted(file, size, size, size);
        String scale = method == Method.PROPORTION ? """
                error <- 1 / (2 * sqrt(n))
                z <- (asin(sqrt(x / n)) - asin(sqrt(common))) / error
                """ : """
                error <- 1 / (2 * sqrt(n * common))
                z <- (sqrt(x / (n * common)) - 1) / error
                """;
        String spread = """
            edges <- quantile(z, c(0.1, 0.9))
            phi <- mean(pmin(pmax(z, edges[1]), edges[2])^2)
            k <- length(z)
            w <- 1 / error^2
            tau2 <- if (k * phi < k - 1) 0 else max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
            if (phi <= 1) tau2 <- 0
            reach <- 3.090232 * sqrt(error^2 + tau2)
            """;
        String close = method == Method.PROPORTION ? """
                angle <- function(a) sin(pmin(pmax(a, 0), pi / 2))^2
                peers$lower <- angle(asin(sqrt(common)) - reach)
                peers$upper <- angle(asin(sqrt(common)) + reach)
                """ : """
                expected <- n * common
                peers$lower <- if (phi > 1) common * pmax(0, 1 - reach)^2 else qchisq(0.001, 2 * expected) / (2 * n)
                peers$upper <- if (phi > 1) common * (1 + reach)^2 else qchisq(0.999, 2 * (expected + 1)) / (2 * n)
                """;
        return open + scale + spread + close + """
            c(centre = common, phi = phi, tau2 = tau2)
            peers[x / n < peers$lower | x / n > peers$upper, c("organisation_name", "value")]
            """;
    }

    private static String number(double multiplier) {
        return multiplier == Math.rint(multiplier) ? Long.toString((long) multiplier) : Double.toString(multiplier);
    }
}
