package org.silkthread.server.directory;

/**
 * A point on the earth.
 *
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 */
public record Location(double latitude, double longitude) {

    private static final double EARTH_RADIUS_MILES = 3958.8;

    /** Refuses what is not on the earth. */
    public Location {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("No such place: " + latitude + ", " + longitude);
        }
    }

    /** The distance over the surface in miles, by the haversine formula for a sphere. */
    public double milesTo(Location other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
