package org.silkthread.methods.spc;

/** What marks a point of a Shewhart chart. A point beyond a limit is said to be that, whatever run it lies in. */
public enum ShewhartSignal {
    /** Above the upper limit; a point on the limit is inside. */
    ABOVE_UPPER_LIMIT("Above UCL", 1),
    /** Below the lower limit; a point on the limit is inside. */
    BELOW_LOWER_LIMIT("Below LCL", -1),
    /** In a run above the centre line that is longer than chance allows. */
    LONG_RUN_ABOVE("Long Run Above CL", 1),
    /** In a run below the centre line that is longer than chance allows. */
    LONG_RUN_BELOW("Long Run Below CL", -1),
    /** Nothing marks it. */
    COMMON_CAUSE("Common Cause", 0);

    private final String label;
    private final int direction;

    ShewhartSignal(String label, int direction) {
        this.label = label;
        this.direction = direction;
    }

    /**
     * The name in files.
     *
     * @return for instance "Above UCL"
     */
    public String label() {
        return label;
    }

    /**
     * Which way the plotted value moved.
     *
     * @return 1 up, -1 down, 0 for common cause
     */
    public int direction() {
        return direction;
    }

    static ShewhartSignal outside(int side) {
        return side > 0 ? ABOVE_UPPER_LIMIT : BELOW_LOWER_LIMIT;
    }

    static ShewhartSignal longRun(int side) {
        return side > 0 ? LONG_RUN_ABOVE : LONG_RUN_BELOW;
    }
}
