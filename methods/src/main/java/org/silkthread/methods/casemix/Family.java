package org.silkthread.methods.casemix;

/** How an outcome is distributed about its expectation. */
enum Family {

    /** 0 or 1, with the logarithm of the odds linear in the columns. */
    LOGISTIC {
        @Override
        double expected(double linear) {
            return 1 / (1 + Math.exp(-linear));
        }

        @Override
        double weight(double expected) {
            return expected * (1 - expected);
        }

        @Override
        double deviance(double outcome, double linear) {
            double towards = outcome > 0.5 ? linear : -linear;
            return 2 * (Math.log1p(Math.exp(-Math.abs(towards))) + Math.max(0, -towards));
        }
    },

    /** Any number, with a spread that is the same for all. */
    LINEAR {
        @Override
        double expected(double linear) {
            return linear;
        }

        @Override
        double weight(double expected) {
            return 1;
        }

        @Override
        double deviance(double outcome, double linear) {
            double residual = outcome - linear;
            return residual * residual;
        }
    };

    abstract double expected(double linear);

    abstract double weight(double expected);

    abstract double deviance(double outcome, double linear);
}
