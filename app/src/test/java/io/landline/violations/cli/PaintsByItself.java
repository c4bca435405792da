package io.landline.violations.cli;

import javafx.beans.property.SimpleStringProperty;

/// A command line that needs a toolkit.
final class PaintsByItself {
    final SimpleStringProperty line = new SimpleStringProperty();
}
