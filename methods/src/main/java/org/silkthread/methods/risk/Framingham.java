package org.silkthread.methods.risk;

/**
 * Framingham 2008: the chance of any cardiovascular disease (coronary, stroke, peripheral, heart failure) within ten
 * years, for people from 30 to 74 without it.
 *
 * <p>Of the many Framingham equations this is the one for general cardiovascular disease. It comes in two forms: with
 * total and high-density cholesterol, and with body mass index in their place, for when nobody drew blood. The first is
 * used where lipids are given. The risk is 1 - S^exp(Σβx - Σβx̄), with logarithms of age, lipids or body mass index, and
 * blood pressure; pressure has a weight of its own when it is treated.
 *
 * <p>Source: D'Agostino RB, Vasan RS, Pencina MJ and others, "General cardiovascular risk profile for use in primary care:
 * the Framingham Heart Study", Circulation 117 (2008) 743-753, tables 2 and appendix. Not to be confused with the equations
 * of Anderson and others (Circulation 83 (1991) 356-362), which NICE recommended in 2008 with factors for family history
 * and ethnicity.
 */
public final class Framingham {

    /** The words that go with every score. */
    public static final String DISCLAIMER = """
            Framingham general cardiovascular risk, 2008, fitted to Americans of European descent examined between 1968 \
            and 1987; in the United Kingdom today it overestimates risk. An independent implementation of the published \
            equation. For the measurement of quality only; not a medical device, and not for decisions about a person's \
            care.""";

    private static final Equation WOMEN_LIPIDS =
            new Equation(0.95012, 26.1931, 2.32888, 2.76157, 2.82263, 0.52873, 0.69154, 1.20904, -0.70833);
    private static final Equation MEN_LIPIDS =
            new Equation(0.88936, 23.9802, 3.06117, 1.93303, 1.99881, 0.65451, 0.57367, 1.12370, -0.93263);
    private static final Equation WOMEN_OFFICE =
            new Equation(0.94833, 26.0145, 2.72107, 2.81291, 2.88267, 0.61868, 0.77763, 0.51125, 0);
    private static final Equation MEN_OFFICE =
            new Equation(0.88431, 23.9388, 3.11296, 1.85508, 1.92672, 0.70953, 0.53160, 0.79277, 0);

    private Framingham() {}

    /** One published column; first and second are the weights of the lipids, or of body mass index and nothing. */
    private record Equation(
            double survival,
            double mean,
            double age,
            double untreated,
            double treated,
            double smoker,
            double diabetes,
            double first,
            double second) {

        double percent(FraminghamPerson person, double firstValue, double secondValue) {
            double sum = age * Math.log(person.age())
                    + (person.treated() ? treated : untreated) * Math.log(person.systolic())
                    + (person.smoker() ? smoker : 0)
                    + (person.diabetes() ? diabetes : 0)
                    + first * Math.log(firstValue)
                    + second * Math.log(secondValue);
            return 100 * (1 - Math.pow(survival, Math.exp(sum - mean)));
        }
    }

    /**
     * The ten-year risk of one person.
     *
     * @param person what the equation asks; with lipids, body mass index has no weight
     * @return per cent, with the disclaimer
     */
    public static RiskScore tenYearRisk(FraminghamPerson person) {
        double percent = person.lipids()
                .map(lipids -> lipidEquation(person.sex()).percent(person, lipids.total(), lipids.highDensity()))
                .orElseGet(() -> officeEquation(person.sex()).percent(person, person.bodyMassIndex(), 1));
        return new RiskScore(percent, DISCLAIMER);
    }

    private static Equation lipidEquation(Sex sex) {
        return switch (sex) {
            case FEMALE -> WOMEN_LIPIDS;
            case MALE -> MEN_LIPIDS;
        };
    }

    private static Equation officeEquation(Sex sex) {
        return switch (sex) {
            case FEMALE -> WOMEN_OFFICE;
            case MALE -> MEN_OFFICE;
        };
    }
}
