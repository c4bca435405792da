package io.landline.violations.ui.list;

import io.landline.violations.ui.start.Window;

/// A page that knows who shows it.
final class OpensWindow {
    private OpensWindow() {}

    static Window open() {
        return new Window();
    }
}
