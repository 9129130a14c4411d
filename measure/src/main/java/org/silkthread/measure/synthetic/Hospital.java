package org.silkthread.measure.synthetic;

/** Emergency departments, admissions, readmissions, planned operations, outpatient clinics, births and last stays. */
final class Hospital {

    private static final Diagnosis[] EMERGENCIES = {
        Diagnosis.CHEST_PAIN,
        Diagnosis.PNEUMONIA,
        Diagnosis.LOWER_AIRWAY_INFECTION,
        Diagnosis.URINARY_INFECTION,
        Diagnosis.HIP_FRACTURE
    };
    private static final double[] YOUNGER = Dice.cumulative(45, 15, 20, 19.8, 0.2);
    private static final double[] OLDER = Dice.cumulative(22, 32, 21, 21, 4);

    private final int firstDay;
    private final double density;

    Hospital(int firstDay, double density) {
        this.firstDay = firstDay;
        this.density = density;
    }

    void treat(Person person, Chart chart) {
        for (int start = person.from; start <= person.until; start += 365) {
            int end = Math.min(start + 364, person.until);
            double share = (end - start + 1) / 365.0;
            int age = person.age(start);
            int conditions = person.conditions(start);
            int attendances = person.dice.times((emergencyRate(age) + 0.09 * conditions) * share);
            for (int i = 0; i < attendances; i++) {
                attendance(person, chart, person.dice.between(start, end), age, 0);
            }
            planned(person, chart, start, end, age, share);
            int clinics = person.dice.times((0.5 + 0.22 * conditions + age / 180.0) * share * density);
            for (int i = 0; i < clinics; i++) {
                int minute = person.appointment(person.dice.between(start, end));
                chart.encounter(
                        EncounterForm.OUTPATIENT,
                        hospital(person),
                        minute,
                        minute + person.dice.between(10, 45),
                        person.conditions(end) > 0 ? Diagnosis.OSTEOARTHRITIS.term() : Diagnosis.BACK_PAIN.term());
            }
        }
        if (person.female) {
            births(person, chart);
        }
        if (person.died != Day.NEVER) {
            lastStay(person, chart);
        }
    }

    private static double emergencyRate(int age) {
        return age < 5 ? 0.45 : age < 20 ? 0.24 : age < 65 ? 0.22 : age < 80 ? 0.26 : 0.42;
    }

    /** An attendance, perhaps with an admission, perhaps with another attendance within a month. */
    private static void attendance(Person person, Chart chart, int day, int age, int again) {
        Dice dice = person.dice;
        Diagnosis reason = EMERGENCIES[dice.from(age < 70 ? YOUNGER : OLDER)];
        boolean admitted = reason == Diagnosis.HIP_FRACTURE || dice.chance(age < 18 ? 0.12 : age < 70 ? 0.2 : 0.45);
        int arrival = day * Day.MINUTES + dice.between(0, Day.MINUTES - 1);
        int left = arrival + wait(person, admitted);
        int last = person.lastMinute();
        if (left >= last) {
            return;
        }
        chart.encounter(EncounterForm.EMERGENCY_DEPARTMENT, hospital(person), arrival, left, reason.term());
        if (!admitted) {
            return;
        }
        int stay = dice.chance(0.3) ? dice.between(240, 1400) : dice.between(1400, 1440 * (2 + age / 9));
        int end = Math.min(last, left + (reason == Diagnosis.HIP_FRACTURE ? stay + 5 * Day.MINUTES : stay));
        int admission = chart.stay(
                EncounterForm.EMERGENCY_ADMISSION,
                hospital(person),
                left,
                end,
                reason.term(),
                (dice.chance(0.05) ? Discharge.OTHER_HOSPITAL : Discharge.HOME).text());
        if (reason == Diagnosis.HIP_FRACTURE && end - left > Day.MINUTES) {
            int surgery = left + dice.between(480, 2900);
            if (surgery < end) {
                chart.procedure(Act.HIP_FRACTURE_FIXATION, surgery, admission);
            }
        }
        int back = end / Day.MINUTES + dice.between(1, 34);
        if (again < 3 && back <= person.until && dice.chance(age < 18 ? 0.15 : age < 70 ? 0.4 : 0.42)) {
            attendance(person, chart, back, age, again + 1);
        }
    }

    /** Minutes from arrival to leaving: skewed to the right, longer for those who wait for a bed and in some hospitals. */
    private static int wait(Person person, boolean admitted) {
        double busy = 0.06 * (Organisations.nearest(person.practice) * 3 % 10 - 4.5) / 2;
        double exponent = (admitted ? 5.45 : 4.95) + busy + 0.52 * person.dice.bell();
        return (int) StrictMath.exp(exponent);
    }

    private static void planned(Person person, Chart chart, int start, int end, int age, double share) {
        operation(person, chart, start, end, Act.CATARACT_EXTRACTION, Diagnosis.CATARACT, age > 65 ? 0.03 * share : 0);
        if (person.has(Diagnosis.OSTEOARTHRITIS, start)) {
            operation(person, chart, start, end, Act.HIP_REPLACEMENT, Diagnosis.OSTEOARTHRITIS, 0.024 * share);
            operation(person, chart, start, end, Act.KNEE_REPLACEMENT, Diagnosis.OSTEOARTHRITIS, 0.028 * share);
        }
        operation(person, chart, start, end, Act.COLONOSCOPY, Diagnosis.CHEST_PAIN, age > 40 ? 0.016 * share : 0);
        if (person.heartDisease(start)) {
            operation(person, chart, start, end, Act.CORONARY_INTERVENTION, Diagnosis.CORONARY_DISEASE, 0.03 * share);
        }
    }

    private static void operation(
            Person person, Chart chart, int start, int end, Act act, Diagnosis reason, double chance) {
        if (!person.dice.chance(chance)) {
            return;
        }
        boolean dayCase = act == Act.CATARACT_EXTRACTION || act == Act.COLONOSCOPY;
        int day = person.dice.between(start, end);
        int admitted = Day.working(day) * Day.MINUTES + person.dice.between(420, 560);
        int minutes = dayCase ? person.dice.between(150, 480) : person.dice.between(1500, 7 * Day.MINUTES);
        int discharged = Math.min(admitted + minutes, person.lastMinute());
        int stay = chart.stay(
                EncounterForm.PLANNED_ADMISSION,
                hospital(person),
                admitted,
                discharged,
                reason.term(),
                Discharge.HOME.text());
        chart.procedure(act, admitted + 60, stay);
        int back = discharged / Day.MINUTES + person.dice.between(2, 29);
        if (!dayCase && back <= person.until && person.dice.chance(0.22)) {
            attendance(person, chart, back, person.age(back), 1);
        }
    }

    /** Pregnancies that ended in a birth within the history. */
    private void births(Person person, Chart chart) {
        int day = Math.max(firstDay, person.born + (int) (16 * Day.PER_YEAR));
        for (; day <= person.until; day += 365) {
            int age = person.age(day);
            double rate =
                    age < 20 ? 0.02 : age < 25 ? 0.055 : age < 30 ? 0.09 : age < 35 ? 0.105 : age < 40 ? 0.058 : 0.011;
            if (age >= 46 || !person.dice.chance(rate)) {
                continue;
            }
            int birth = day + person.dice.below(365);
            if (birth + 3 > person.until) {
                return;
            }
            pregnancy(person, chart, birth, age);
            day = birth + 180;
        }
    }

    private static void pregnancy(Person person, Chart chart, int birth, int age) {
        Dice dice = person.dice;
        int length = 280 - (dice.chance(0.08) ? dice.between(22, 70) : dice.between(-7, 20));
        int conceived = birth - length;
        chart.condition(Diagnosis.PREGNANCY.term(), conceived, birth);
        int weeks = dice.chance(0.68) ? dice.between(6, 9) : dice.between(10, 19);
        int booked = (conceived + 7 * weeks) * Day.MINUTES + dice.between(540, 960);
        int booking = chart.encounter(
                EncounterForm.OUTPATIENT, hospital(person), booked, booked + 60, Diagnosis.PREGNANCY.term());
        chart.measured(Finding.GESTATION, booked, 10 * weeks, booking);
        chart.answered(Finding.SMOKING, booked, person.smokes ? Answer.SMOKER : Answer.NEVER_SMOKED, booking);
        boolean caesarean = dice.chance(age < 30 ? 0.33 : age < 40 ? 0.43 : 0.55);
        int admitted = birth * Day.MINUTES + dice.between(0, 600);
        int born = admitted + dice.between(90, 800);
        int stay = chart.stay(
                EncounterForm.MATERNITY_ADMISSION,
                hospital(person),
                admitted,
                born + dice.between(360, caesarean ? 2800 : 1700),
                Diagnosis.PREGNANCY.term(),
                Discharge.HOME.text());
        chart.procedure(caesarean ? Act.CAESAREAN : Act.NORMAL_DELIVERY, born, stay);
        chart.measured(Finding.GESTATION, born, 10 * (length / 7), stay);
        chart.measured(
                Finding.BIRTH_WEIGHT, born, Math.max(8, (int) (34 + 4.5 * dice.bell() - (280 - length) / 5.0)), stay);
    }

    /** About half of those who die do so in hospital. */
    private void lastStay(Person person, Chart chart) {
        Dice dice = person.dice;
        if (!dice.chance(0.46)) {
            return;
        }
        int death = FrontPage.deathMinute(person);
        int days = dice.chance(0.7) ? dice.between(0, 14) : dice.between(15, 45);
        int earliest = Math.max(person.from, firstDay) * Day.MINUTES;
        int admitted = Math.max(earliest, death - days * Day.MINUTES - dice.between(60, 600));
        if (admitted >= death) {
            return;
        }
        chart.stay(
                EncounterForm.EMERGENCY_ADMISSION,
                hospital(person),
                admitted,
                death,
                (dice.chance(0.5) ? Diagnosis.PNEUMONIA : Diagnosis.HEART_FAILURE).term(),
                Discharge.DIED.text());
    }

    private static byte[] hospital(Person person) {
        return Organisations.hospital(Organisations.nearest(person.practice));
    }
}
