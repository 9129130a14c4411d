package org.silkthread.methods.spc;

import java.util.List;
import java.util.function.IntPredicate;

/** The rules as they are written, looking at every window that holds a point: slow, and easy to check by eye. */
final class LiteralRules {

    private final List<XmrPoint.Measured> points;

    private LiteralRules(List<XmrPoint.Measured> points) {
        this.points = points;
    }

    static String label(List<XmrPoint.Measured> points, int i) {
        return new LiteralRules(points).label(i);
    }

    private String label(int i) {
        XmrPoint.Measured point = points.get(i);
        boolean above = point.relativeToMean() > 0;
        if (point.outside()) {
            return above ? "Above UCL" : "Below LCL";
        }
        int rising = lastWindow(i, 7, start -> isMonotone(start, 1));
        int falling = lastWindow(i, 7, start -> isMonotone(start, -1));
        if (rising >= 0 || falling >= 0) {
            return rising > falling ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
        }
        if (point.close() && lastWindow(i, 3, start -> isOneSided(start, 3) && closeIn(start) >= 2) >= 0) {
            return above ? "2 in 3 Above CL" : "2 in 3 Below CL";
        }
        if (lastWindow(i, 7, start -> isOneSided(start, 7)) >= 0) {
            return above ? "7 Points Above CL" : "7 Points Below CL";
        }
        return "Common Cause";
    }

    /** The start of the last window of a length that holds point i and has a property, or -1. */
    private int lastWindow(int i, int length, IntPredicate property) {
        for (int start = i; start > i - length; start--) {
            if (start >= 0 && start + length <= points.size() && property.test(start)) {
                return start;
            }
        }
        return -1;
    }

    private boolean isMonotone(int start, int direction) {
        for (int i = start; i < start + 6; i++) {
            if (Math.signum(points.get(i + 1).value() - points.get(i).value()) != direction) {
                return false;
            }
        }
        return true;
    }

    private boolean isOneSided(int start, int length) {
        int side = points.get(start).relativeToMean();
        for (int i = start; i < start + length; i++) {
            if (points.get(i).relativeToMean() != side) {
                return false;
            }
        }
        return side != 0;
    }

    private int closeIn(int start) {
        int count = 0;
        for (int i = start; i < start + 3; i++) {
            count += points.get(i).close() ? 1 : 0;
        }
        return count;
    }
}
