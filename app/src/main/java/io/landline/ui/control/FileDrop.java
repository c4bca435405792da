package io.landline.ui.control;

import io.landline.ui.text.PeerText;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Takes files that are dragged onto a node. JavaFX thread.
public final class FileDrop {
    private static final int NAME_CHARACTERS_MAX = 32;

    private final BooleanSupplier possible;
    private final boolean passesOn;
    private final boolean outside;
    private final Consumer<List<Path>> dropped;
    private final ReadOnlyBooleanWrapper above = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<String>> items = new ReadOnlyObjectWrapper<>(List.of());

    /// @param possible whether files may be dropped now
    /// @param dropped gets them
    public FileDrop(BooleanSupplier possible, Consumer<List<Path>> dropped) { this(possible, dropped, false, false); }

    private FileDrop(BooleanSupplier possible, Consumer<List<Path>> dropped, boolean passesOn, boolean outside) {
        this.possible = possible;
        this.dropped = dropped;
        this.passesOn = passesOn;
        this.outside = outside;
    }

    /// The same; while no files may be dropped on this node, the nodes around it may take them.
    public static FileDrop passingOn(BooleanSupplier possible, Consumer<List<Path>> dropped) {
        return new FileDrop(possible, dropped, true, false);
    }

    /// The same, for files that another program drags here: those of this window go to the nodes around it.
    public static FileDrop fromOutside(BooleanSupplier possible, Consumer<List<Path>> dropped) {
        return new FileDrop(possible, dropped, true, true);
    }

    /// Whether files that could be dropped are above the node.
    public ReadOnlyBooleanProperty above() {
        return above.getReadOnlyProperty();
    }

    /// The names of what is above the node; empty where nothing could be dropped.
    public ReadOnlyObjectProperty<List<String>> items() {
        return items.getReadOnlyProperty();
    }

    private void above(List<File> files) {
        items.set(files.stream().map(File::getName).toList());
        above.set(!files.isEmpty());
    }

    public void attach(Node node) {
        node.addEventFilter(DragEvent.DRAG_OVER, _ -> leave()); // a part of it may take them instead
        node.setOnDragOver(event -> over(node, event));
        node.setOnDragExited(_ -> leave());
        node.setOnDragDropped(event -> {
            boolean taken = drop(event.getDragboard());
            if (!taken && passesOn) return;
            if (taken) bringKeyboard(node);
            event.setDropCompleted(taken);
            event.consume();
        });
    }

    private void over(Node node, DragEvent event) {
        Object source = event.getGestureSource();
        boolean ofItself = NodeTree.isIn(source, node); // dragged out of it: not meant for it
        boolean meant = outside ? source == null : !ofItself;
        boolean taken = meant && hover(event.getDragboard());
        if (taken) event.acceptTransferModes(TransferMode.COPY);
        if (taken || !passesOn) event.consume();
    }

    /// The other program has it still, and what is typed next is meant for what was dropped.
    private static void bringKeyboard(Node node) {
        if (node.getScene() != null && node.getScene().getWindow() != null) node.getScene().getWindow().requestFocus();
    }

    /// Nothing is above the node any more.
    public void leave() {
        above(List.of());
    }

    /// Something is above the node; the answer is whether it may be dropped.
    public boolean hover(Dragboard board) {
        return hover(board.getFiles());
    }

    public boolean hover(List<File> files) {
        boolean taken = possible.getAsBoolean() && !files.isEmpty();
        above(taken ? files : List.of());
        return taken;
    }

    /// It was dropped; the answer is whether it was taken.
    public boolean drop(Dragboard board) {
        return drop(board.getFiles());
    }

    public boolean drop(List<File> files) {
        above(List.of());
        if (!possible.getAsBoolean() || files.isEmpty()) return false;
        dropped.accept(files.stream().map(File::toPath).toList());
        return true;
    }

    /// The first name, short enough for a sentence and safe to show.
    ///
    /// @param names of what is held above, at least one: somebody's text
    public static String firstOf(List<String> names) {
        return PeerText.line(PeerText.shortened(names.getFirst(), NAME_CHARACTERS_MAX));
    }
}
