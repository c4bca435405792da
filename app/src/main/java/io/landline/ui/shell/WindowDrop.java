package io.landline.ui.shell;

import io.landline.language.Texts;
import io.landline.ui.control.DropSign;
import io.landline.ui.control.FileDrop;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/// Takes files that are dropped where no part of a page takes them. JavaFX thread.
final class WindowDrop {
    private final Texts texts;
    private final FileDrop drop;
    private final DropSign sign;

    /// @param possible whether they may be dropped now
    WindowDrop(Texts texts, BooleanSupplier possible, Consumer<List<Path>> dropped) {
        this.texts = texts;
        drop = new FileDrop(possible, dropped);
        sign = new DropSign("window-drop", drop);
        drop.items().subscribe(this::say);
    }

    private void say(List<String> names) {
        if (names.isEmpty()) return;
        sign.setText(texts.format("drop", names.size(), FileDrop.firstOf(names)));
    }

    void attach(StackPane root) {
        drop.attach(root);
        root.getChildren().add(sign);
    }
}
