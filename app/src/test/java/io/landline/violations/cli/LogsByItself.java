package io.landline.violations.cli;

import java.util.logging.Logger;

/// Goes past the system logger.
final class LogsByItself {
    private LogsByItself() {}

    static void log() {
        Logger.getGlobal().info("x");
    }
}
