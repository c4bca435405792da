package io.landline.ui.transfers;

import io.landline.filetransfer.OfferListing.Item;
import io.landline.language.Texts;
import io.landline.ui.control.RowInSight;
import io.landline.ui.control.TickedLine;
import io.landline.ui.text.AmountFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The files and folders of an offer, each with its size and a box. A folder is filled when it is opened. JavaFX
/// thread.
final class PartTree extends TreeView<PartTree.Row> {
    /// @param item null for the line that counts what is not listed
    record Row(String path, @Nullable Item item, long further) {}

    private final PartViewModel model;
    private final Texts texts;
    private final AmountFormatter amounts;

    PartTree(PartViewModel model, Texts texts, AmountFormatter amounts) {
        this.model = model;
        this.texts = texts;
        this.amounts = amounts;
        setId("part-tree");
        getStyleClass().add("transfers-part-tree");
        setShowRoot(false);
        setRoot(new TreeItem<>(new Row("", null, 0)));
        setCellFactory(_ -> new Cell());
        setAccessibleText(texts.get("part.tree"));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Fills the top, and opens a folder that is all there is.
    void fill() {
        fill(getRoot(), "");
    }

    private void fill(TreeItem<Row> folder, String path) {
        model.list(path, listing -> {
            var rows = new ArrayList<TreeItem<Row>>();
            for (Item item : listing.items()) rows.add(row(PartSelection.path(path, item.name()), item));
            if (listing.furtherFiles() > 0) rows.add(new TreeItem<>(new Row(path, null, listing.furtherFiles())));
            folder.getChildren().setAll(rows);
            boolean single = path.isEmpty() && rows.size() == 1;
            if (single) rows.getFirst().setExpanded(true);
            if (path.isEmpty() && getSelectionModel().isEmpty()) getSelectionModel().select(0);
        });
    }

    private TreeItem<Row> row(String path, Item item) {
        boolean opens = item.folder() && item.files() > 0;
        var row = new TreeItem<>(new Row(path, item, 0)) {
            @Override
            public boolean isLeaf() {
                return !opens;
            }
        };
        if (!opens) return row;
        row.expandedProperty().addListener((_, _, expanded) -> {
            if (expanded && row.getChildren().isEmpty()) fill(row, path);
        });
        return row;
    }

    /// The space bar ticks the chosen row. The wheel, or arrows that were quicker than the window is drawn, may have
    /// left it out of sight.
    private void pressed(KeyEvent event) {
        TreeItem<Row> chosen = getSelectionModel().getSelectedItem();
        if (event.getCode() != KeyCode.SPACE || chosen == null) return;
        toggle(chosen.getValue());
        RowInSight.show(this, getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void toggle(Row row) {
        Item item = row.item();
        if (item == null) return;
        model.choose(row.path(), item, model.box(row.path(), item) != PartSelection.Box.ALL);
        refresh(); // also where it was not set: the click has changed the box
    }

    /// Ticks all of it, or nothing.
    void chooseAll(boolean taken) {
        model.chooseAll(taken);
        refresh(); // also where as many files are ticked as before: there are empty folders
    }

    private final class Cell extends TreeCell<Row> {
        private final TickedLine line = new TickedLine(PartTree.this.widthProperty(), () -> {
            Row row = getItem();
            if (row != null) toggle(row);
        });

        private Cell() {
            getStyleClass().add("transfers-part-row");
            setPrefWidth(0); // as wide as the tree: nothing scrolls sideways
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Item item = row.item();
            if (item == null) {
                line.showSentence(texts.format("part.further", row.further()));
            } else {
                show(row, item);
            }
            setAccessibleText(spoken(row));
            setGraphic(line);
        }

        private void show(Row row, Item item) {
            String bytes = amounts.bytes(item.bytes());
            int folders = getTreeView().getTreeItemLevel(getTreeItem()) - 1;
            if (item.folder()) {
                String files = texts.format("files", item.files());
                line.show(true, item.name(), folders, List.of(files, bytes), texts.format("part.folder", files, bytes));
            } else {
                line.show(false, item.name(), folders, List.of(bytes), bytes);
            }
            PartSelection.Box shown = model.box(row.path(), item);
            line.tick(shown == PartSelection.Box.ALL, shown == PartSelection.Box.SOME);
        }

        private String spoken(Row row) {
            Item item = row.item();
            if (item == null) return line.said();
            String state = texts.get(switch (model.box(row.path(), item)) {
                case ALL -> "part.all";
                case SOME -> "part.some";
                case NONE -> "part.none";
            });
            return texts.list(line.isProgram()
                    ? List.of(line.said(), texts.get("part.program"), line.shownSize(), state)
                    : List.of(line.said(), line.shownSize(), state));
        }
    }
}
