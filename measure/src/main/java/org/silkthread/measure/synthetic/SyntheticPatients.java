package org.silkthread.measure.synthetic;

/** Makes one patient after another, each with all that belongs to it. Used by one thread. */
final class SyntheticPatients {

    private static final Diagnosis[] DIAGNOSES = Diagnosis.values();

    private final long seed;
    private final Sheaf sheaf;
    private final Person person = new Person();
    private final Chart chart;
    private final Demography demography;
    private final Illness illness;
    private final FrontPage frontPage;
    private final Prescribing prescribing;
    private final GeneralPractice practice;
    private final Hospital hospital;
    private final Prevention prevention;
    private final EndOfLife endOfLife = new EndOfLife();

    SyntheticPatients(PopulationOrder order, Sheaf sheaf) {
        int lastDay = Day.of(order.until());
        int firstDay = Day.of(order.until().minusYears(order.years())) + 1;
        this.seed = order.seed();
        this.sheaf = sheaf;
        this.chart = new Chart(sheaf);
        this.demography = new Demography(firstDay, lastDay);
        this.illness = new Illness(firstDay, lastDay);
        this.frontPage = new FrontPage(new NhsNumbers(order.seed()));
        this.prescribing = new Prescribing(order.density());
        this.practice = new GeneralPractice(order.density(), new Readings(), prescribing);
        this.hospital = new Hospital(firstDay, order.density());
        this.prevention = new Prevention(lastDay);
    }

    Sheaf sheaf() {
        return sheaf;
    }

    /** Adds the patient of a number, from 0 on, to the sheaf. */
    void write(long number) {
        person.clear();
        person.number = number;
        person.dice.start(seed, number);
        demography.draw(person);
        illness.draw(person);
        chart.begin(person);
        frontPage.write(person, chart);
        problems();
        prescribing.longTerm(person, chart);
        practice.attend(person, chart);
        hospital.treat(person, chart);
        prevention.protect(person, chart);
        endOfLife.care(person, chart);
    }

    /** The problem list; half of all depressions have passed after a year and a half. */
    private void problems() {
        boolean passes = person.dice.chance(0.5);
        int length = person.dice.between(200, 900);
        for (int i = 0; i < Diagnosis.LASTING; i++) {
            int onset = person.onsets[i];
            if (onset != Day.NEVER) {
                boolean over = DIAGNOSES[i] == Diagnosis.DEPRESSION && passes && onset + length <= person.until;
                chart.condition(DIAGNOSES[i].term(), Math.max(onset, person.born), over ? onset + length : Day.NEVER);
            }
        }
    }
}
