package org.silkthread.methods.risk;

import java.util.EnumMap;
import java.util.Map;
import org.silkthread.methods.risk.QRisk3Model.Effect;

/** The published coefficients of QRISK3-2017 for women (ClinRisk Ltd., 2017). */
final class QRisk3Women {

    static final QRisk3Model MODEL = new QRisk3Model(
            0.988876402378082,
            QRisk3Women::transformedAge,
            new QRisk3Model.Centres(
                    0.053274843841791,
                    4.332503318786621,
                    0.154946178197861,
                    0.144462317228317,
                    3.47632646560669,
                    123.13001251220703,
                    9.002537727355957,
                    0.392308831214905),
            new Effect(-8.138810924772619, 0, 0),
            new Effect(0.797333766896991, 0, 0),
            new Effect(0.2923609227546005, 23.80262341214174, 0.5236995893366443),
            new Effect(-4.1513300213837665, -71.18494769208701, 0.04574419012232376),
            Effect.constant(0.15338035820802554),
            new Effect(0.013131488407103424, 0.034131842338615485, -0.0015082501423272358),
            Effect.constant(0.00788945410145861),
            new Effect(0.07722379058859011, -1.0301180802035639, -0.03159341467496233),
            ethnicity(),
            smoking(),
            conditions());

    private QRisk3Women() {}

    /** Two powers of age: the inverse square of the age in decades, and the age in decades. */
    private static double[] transformedAge(double decades) {
        return new double[] {Math.pow(decades, -2), decades};
    }

    private static Map<Ethnicity, Double> ethnicity() {
        Map<Ethnicity, Double> effects = new EnumMap<>(Ethnicity.class);
        effects.put(Ethnicity.WHITE_OR_NOT_STATED, 0.0);
        effects.put(Ethnicity.INDIAN, 0.28040314332995425);
        effects.put(Ethnicity.PAKISTANI, 0.562989941420754);
        effects.put(Ethnicity.BANGLADESHI, 0.29590000851116516);
        effects.put(Ethnicity.OTHER_ASIAN, 0.07278537987798255);
        effects.put(Ethnicity.BLACK_CARIBBEAN, -0.17072135508857317);
        effects.put(Ethnicity.BLACK_AFRICAN, -0.3937104331487497);
        effects.put(Ethnicity.CHINESE, -0.3263249528353027);
        effects.put(Ethnicity.OTHER, -0.17127056883241784);
        return effects;
    }

    private static Map<Smoking, Effect> smoking() {
        Map<Smoking, Effect> effects = new EnumMap<>(Smoking.class);
        effects.put(Smoking.NEVER, Effect.constant(0));
        effects.put(Smoking.FORMER, new Effect(0.13386833786546262, -4.705716178585189, -0.07558924464319303));
        effects.put(Smoking.LIGHT, new Effect(0.5620085801243854, -2.7430383403573337, -0.11951192874867074));
        effects.put(Smoking.MODERATE, new Effect(0.6674959337750255, -0.8660808882939218, -0.10366306397571923));
        effects.put(Smoking.HEAVY, new Effect(0.8494817764483085, 0.9024156236971065, -0.1399185359171839));
        return effects;
    }

    private static Map<RiskCondition, Effect> conditions() {
        Map<RiskCondition, Effect> effects = new EnumMap<>(RiskCondition.class);
        effects.put(
                RiskCondition.ATRIAL_FIBRILLATION,
                new Effect(1.5923354969269663, 19.93803488954656, -0.0761826510111625));
        effects.put(RiskCondition.ATYPICAL_ANTIPSYCHOTICS, Effect.constant(0.25237642070115557));
        effects.put(
                RiskCondition.CORTICOSTEROIDS,
                new Effect(0.5952072530460185, -0.9840804523593628, -0.12005364946742472));
        effects.put(RiskCondition.ERECTILE_DYSFUNCTION, Effect.constant(0));
        effects.put(RiskCondition.MIGRAINE, new Effect(0.301267260870345, 1.7634979587872999, -0.06558691789869986));
        effects.put(RiskCondition.RHEUMATOID_ARTHRITIS, Effect.constant(0.21364803435181942));
        effects.put(
                RiskCondition.CHRONIC_KIDNEY_DISEASE,
                new Effect(0.6519456949384583, -3.5874047731694114, -0.22688873086442507));
        effects.put(RiskCondition.SEVERE_MENTAL_ILLNESS, Effect.constant(0.12555308058820178));
        effects.put(
                RiskCondition.SYSTEMIC_LUPUS, new Effect(0.7588093865426769, 19.690303738638292, 0.07734794967901627));
        effects.put(
                RiskCondition.TREATED_HYPERTENSION,
                new Effect(0.50931593683423, 11.872809733921812, 0.0009685782358817444));
        effects.put(
                RiskCondition.TYPE_1_DIABETES,
                new Effect(1.7267977510537347, -1.2444332714320747, -0.2872406462448895));
        effects.put(
                RiskCondition.TYPE_2_DIABETES, new Effect(1.0688773244615468, 6.86523420000096, -0.09711225259069549));
        effects.put(
                RiskCondition.FAMILY_HISTORY,
                new Effect(0.45445319020896213, 0.9946780794043513, -0.07688505169842304));
        return effects;
    }
}
