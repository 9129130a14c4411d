package org.silkthread.server.web.chart;

/**
 * A level that figures are held against.
 *
 * @param name what it is, such as 'Standard' or 'England'
 * @param value where it lies
 */
public record Target(String name, double value) {

    public Target {
        if (name.isBlank() || !Double.isFinite(value)) {
            throw new IllegalArgumentException("A target has a name and a finite value");
        }
    }
}
