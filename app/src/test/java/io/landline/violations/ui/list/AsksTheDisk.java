package io.landline.violations.ui.list;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.layout.VBox;

/// A part of the window that waits for a disk.
final class AsksTheDisk extends VBox {
    AsksTheDisk(Path folder) { setVisible(Files.isDirectory(folder)); }
}
