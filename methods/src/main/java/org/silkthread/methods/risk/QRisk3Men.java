package org.silkthread.methods.risk;

import java.util.EnumMap;
import java.util.Map;
import org.silkthread.methods.risk.QRisk3Model.Effect;

/** The published coefficients of QRISK3-2017 for men (ClinRisk Ltd., 2017). */
final class QRisk3Men {

    static final QRisk3Model MODEL = new QRisk3Model(
            0.977268040180206,
            QRisk3Men::transformedAge,
            new QRisk3Model.Centres(
                    0.234766781330109,
                    77.2840805053711,
                    0.149176135659218,
                    0.141913309693336,
                    4.300998687744141,
                    128.5715789794922,
                    8.756621360778809,
                    0.52630490064621),
            new Effect(-17.839781666005575, 0, 0),
            new Effect(0.002296488060576549, 0, 0),
            new Effect(2.456277666053636, 31.004952956033886, 0.005038010235632203),
            new Effect(-8.301112231471135, -111.29157184391643, -0.013074483002524319),
            Effect.constant(0.1734019685632711),
            new Effect(0.012910126542553305, 0.018858524469865853, -1.271874191588457E-05),
            Effect.constant(0.010251914291290456),
            new Effect(0.033268201277287295, -0.1007554870063731, -9.329964232327289E-05),
            ethnicity(),
            smoking(),
            conditions());

    private QRisk3Men() {}

    /** Two powers of age: the inverse of the age in decades, and its cube. */
    private static double[] transformedAge(double decades) {
        return new double[] {1 / decades, Math.pow(decades, 3)};
    }

    private static Map<Ethnicity, Double> ethnicity() {
        Map<Ethnicity, Double> effects = new EnumMap<>(Ethnicity.class);
        effects.put(Ethnicity.WHITE_OR_NOT_STATED, 0.0);
        effects.put(Ethnicity.INDIAN, 0.2771924876030828);
        effects.put(Ethnicity.PAKISTANI, 0.4744636071493127);
        effects.put(Ethnicity.BANGLADESHI, 0.5296172991968937);
        effects.put(Ethnicity.OTHER_ASIAN, 0.03510015918629902);
        effects.put(Ethnicity.BLACK_CARIBBEAN, -0.3580789966932792);
        effects.put(Ethnicity.BLACK_AFRICAN, -0.4005648523216514);
        effects.put(Ethnicity.CHINESE, -0.41522792889830173);
        effects.put(Ethnicity.OTHER, -0.26321348134749967);
        return effects;
    }

    private static Map<Smoking, Effect> smoking() {
        Map<Smoking, Effect> effects = new EnumMap<>(Smoking.class);
        effects.put(Smoking.NEVER, Effect.constant(0));
        effects.put(Smoking.FORMER, new Effect(0.19128222863388983, -0.21011133933516346, -0.0004985487027532612));
        effects.put(Smoking.LIGHT, new Effect(0.5524158819264555, 0.7526867644750319, -0.0007987563331738541));
        effects.put(Smoking.MODERATE, new Effect(0.6383505302750607, 0.9931588755640579, -0.000837061842662513));
        effects.put(Smoking.HEAVY, new Effect(0.7898381988185802, 2.1331163414389076, -0.0007840031915563729));
        return effects;
    }

    private static Map<RiskCondition, Effect> conditions() {
        Map<RiskCondition, Effect> effects = new EnumMap<>(RiskCondition.class);
        effects.put(
                RiskCondition.ATRIAL_FIBRILLATION,
                new Effect(0.8820923692805466, 3.4896675530623207, -0.0003499560834063605));
        effects.put(RiskCondition.ATYPICAL_ANTIPSYCHOTICS, Effect.constant(0.13046879855173513));
        effects.put(
                RiskCondition.CORTICOSTEROIDS,
                new Effect(0.45485399750445543, 1.1708133653489108, -0.0002496045095297166));
        effects.put(
                RiskCondition.ERECTILE_DYSFUNCTION,
                new Effect(0.22251859086705383, -1.506400985745431, -0.0011058218441227373));
        effects.put(RiskCondition.MIGRAINE, new Effect(0.25584178074159913, 2.349115987140244, 0.0001989644604147863));
        effects.put(RiskCondition.RHEUMATOID_ARTHRITIS, Effect.constant(0.20970658013956567));
        effects.put(
                RiskCondition.CHRONIC_KIDNEY_DISEASE,
                new Effect(0.7185326128827438, -0.5065671632722369, -0.0018325930166498813));
        effects.put(RiskCondition.SEVERE_MENTAL_ILLNESS, Effect.constant(0.12133039882047164));
        effects.put(RiskCondition.SYSTEMIC_LUPUS, Effect.constant(0.4401572174457522));
        effects.put(
                RiskCondition.TREATED_HYPERTENSION,
                new Effect(0.5165987108269547, 6.511458109853267, 0.0006383805310416501));
        effects.put(
                RiskCondition.TYPE_1_DIABETES,
                new Effect(1.2343425521675175, 5.337986487800653, 0.0006409780808752897));
        effects.put(
                RiskCondition.TYPE_2_DIABETES,
                new Effect(0.8594207143093222, 3.646181740622131, -0.00024695695588868315));
        effects.put(
                RiskCondition.FAMILY_HISTORY,
                new Effect(0.5405546900939016, 2.7808628508531887, -0.0002479180990739604));
        return effects;
    }
}
