package org.silkthread.methods.risk;

/**
 * QRISK3-2017: the chance of a heart attack or stroke within ten years, for people from 25 to 84 without cardiovascular
 * disease.
 *
 * <p>Source: Hippisley-Cox J, Coupland C, Brindle P, "Development and validation of QRISK3 risk prediction algorithms to
 * estimate future risk of cardiovascular disease: prospective cohort study", BMJ 357 (2017) j2099; coefficients as
 * published by ClinRisk Ltd. with QRISK3-2017. This is an independent implementation. It agrees with the published test
 * data to the one decimal that they have.
 *
 * <p><strong>The publisher asks that the following is held together with any score, and shown or easily reached wherever
 * a score is shown:</strong> see {@link #DISCLAIMER}. A score here describes groups of people in a quality report; using
 * it in the care of a person makes the software a medical device, which this is not.
 */
public final class QRisk3 {

    /** The words that go with every score. */
    public static final String DISCLAIMER = """
            An independent implementation of the published equation of QRISK3-2017, which is copyright ClinRisk Ltd. For the \
            measurement of quality only; not a medical device, and not for decisions about a person's care. The \
            publisher's disclaimer:
            The initial version of this file, to be found at http://svn.clinrisk.co.uk/opensource/qrisk2, faithfully \
            implements QRISK3-2017.
            ClinRisk Ltd. have released this code under the GNU Lesser General Public License to enable others to \
            implement the algorithm faithfully.
            However, the nature of the GNU Lesser General Public License is such that we cannot prevent, for example, \
            someone accidentally altering the coefficients, getting the inputs wrong, or just poor programming.
            ClinRisk Ltd. stress, therefore, that it is the responsibility of the end user to check that the source that \
            they receive produces the same results as the original code found at https://qrisk.org.
            Inaccurate implementations of risk scores can lead to wrong patients being given the wrong treatment.""";

    private QRisk3() {}

    /**
     * The ten-year risk of one person.
     *
     * @param person what QRISK3 asks
     * @return per cent, with the disclaimer
     */
    public static RiskScore tenYearRisk(QRisk3Person person) {
        QRisk3Model model = switch (person.sex()) {
            case FEMALE -> QRisk3Women.MODEL;
            case MALE -> QRisk3Men.MODEL;
        };
        return new RiskScore(model.percent(person), DISCLAIMER);
    }
}
