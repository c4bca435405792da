package io.landline.violations.session;

/// Ends something by the time of day.
final class AsksTheWallClock {
    private AsksTheWallClock() {}

    static boolean isOver(long endMillis) {
        return System.currentTimeMillis() > endMillis;
    }
}
