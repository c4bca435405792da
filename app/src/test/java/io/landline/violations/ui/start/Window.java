package io.landline.violations.ui.start;

import io.landline.violations.ui.list.Rows;

/// Shows a page.
public final class Window {
    final Rows rows = new Rows();
}
