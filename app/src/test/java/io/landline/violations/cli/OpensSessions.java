package io.landline.violations.cli;

import io.landline.violations.session.core.Sessions;

/// Wires what only the node may.
final class OpensSessions {
    private OpensSessions() {}

    static Sessions open() {
        return new Sessions();
    }
}
