package org.silkthread.cli.demo;

import java.util.Optional;

/**
 * How the demonstration makes values of one indicator: a proportion of cases, or events per unit of exposure.
 *
 * @param id the indicator, as in {@code content/indicators}
 * @param serviceLine the service line that returns it; absent when it is of the whole organisation
 * @param practices whether practices return it, and hospitals do not
 * @param level the usual proportion, or events per unit of exposure
 * @param spread how far organisations differ for good, as a standard deviation on the logarithm of the odds
 * @param exposure cases, or units of exposure, a month in an organisation of ordinary size
 * @param kind whether the numerator is part of the denominator
 * @param winter how much worse January is than July, on the logarithm of the odds
 */
record DemoIndicator(
        String id,
        Optional<String> serviceLine,
        boolean practices,
        double level,
        double spread,
        double exposure,
        Kind kind,
        double winter) {

    /** Whether the numerator is part of the denominator. */
    enum Kind {
        PROPORTION,
        EVENTS
    }

    static DemoIndicator proportion(
            String id, String serviceLine, double level, double spread, double exposure, double winter) {
        return new DemoIndicator(id, Optional.of(serviceLine), false, level, spread, exposure, Kind.PROPORTION, winter);
    }

    static DemoIndicator practice(String id, double level, double spread, double exposure) {
        return new DemoIndicator(
                id, Optional.of("general-practice"), true, level, spread, exposure, Kind.PROPORTION, 0);
    }

    static DemoIndicator events(String id, double perUnit, double spread, double exposure) {
        return new DemoIndicator(id, Optional.empty(), false, perUnit, spread, exposure, Kind.EVENTS, 0.1);
    }
}
