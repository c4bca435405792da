package io.landline.ui.lab;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person where a file is to go, and whether one that is there already may be replaced. JavaFX thread.
interface SaveDialog {
    /// Null: nowhere.
    @Nullable
    Path file(Window owner, String title, String name);

    /// The system's own window.
    static SaveDialog ofSystem() {
        return (owner, title, name) -> {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialFileName(name);
            File chosen = chooser.showSaveDialog(owner);
            return chosen == null ? null : chosen.toPath();
        };
    }
}
