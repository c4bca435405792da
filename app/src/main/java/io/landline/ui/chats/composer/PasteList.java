package io.landline.ui.chats.composer;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.language.Texts;
import io.landline.ui.chats.composer.PasteViewModel.Pasted;
import io.landline.ui.chats.part.WidthCell;
import io.landline.ui.control.IconButton;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// All that was pasted or chosen, a row for each item, which can be taken out alone: by its button, or by Delete on the
/// row. JavaFX thread.
final class PasteList extends ListView<Pasted> {
    /// In `em` of the text.
    private static final double ROW_EM = 2.25;

    private final Texts texts;
    private final Function<List<Pasted>, String> size;
    private final Consumer<Pasted> remove;
    /// Grows as sizes become known. The rows stay the same: the toolkit would give them to other items.
    private final IntegerProperty sized = new SimpleIntegerProperty();
    private double em = 1;
    private int rows = PastePane.ROWS_MAX;

    /// @param size in words; empty where it is not known
    PasteList(Texts texts, Function<List<Pasted>, String> size, Consumer<Pasted> remove) {
        this.texts = texts;
        this.size = size;
        this.remove = remove;
        setId("paste-list");
        setAccessibleText(texts.get("paste.list"));
        getStyleClass().addAll("chats-paste-list", Tweaks.EDGE_TO_EDGE);
        setCellFactory(_ -> new Cell());
        setOnKeyPressed(event -> {
            Pasted chosen = getSelectionModel().getSelectedItem();
            if (chosen == null || event.getCode() != KeyCode.DELETE && event.getCode() != KeyCode.BACK_SPACE) return;
            remove.accept(chosen);
            event.consume();
        });
        managedProperty().bind(visibleProperty());
    }

    /// The size of letters, by which rows are high.
    void letters(double size) {
        em = size;
        setFixedCellSize(Math.rint(ROW_EM * em));
        setHeight();
    }

    /// How many rows are in sight before it scrolls; none: it is not shown.
    void rowsShown(int count) {
        rows = count;
        setHeight();
    }

    /// One item needs no list: the line with the buttons names it.
    void show(List<Pasted> all) {
        ListPatch.update(getItems(), all, each -> each);
        setHeight();
    }

    /// More sizes are known.
    void showSizes() {
        sized.set(sized.get() + 1);
    }

    private void setHeight() {
        setVisible(rows > 0 && getItems().size() > 1);
        setMinHeight(getFixedCellSize());
        setPrefHeight(getFixedCellSize() * Math.min(rows, getItems().size()));
    }

    static Feather sign(Pasted one) {
        return one instanceof Pasted.Picture ? Feather.IMAGE : Feather.PAPERCLIP;
    }

    private final class Cell extends WidthCell<Pasted> {
        private final Label name = new Label();
        private final IconButton out = new IconButton("paste-remove", Feather.X, "");
        private final Label bytes = new Label();
        private final HBox line = new HBox(name, bytes, out);

        Cell() {
            name.setMnemonicParsing(false);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            bytes.setMinWidth(USE_PREF_SIZE);
            bytes.getStyleClass().add(Styles.TEXT_MUTED);
            out.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
            out.setFocusTraversable(false); // Delete takes out the row
            line.setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("chats-paste-row");
            sized.addListener((_, _, _) -> showSize());
        }

        @Override
        protected void updateItem(@Nullable Pasted one, boolean empty) {
            super.updateItem(one, empty);
            setText(null);
            if (one == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String named = one.name(texts);
            name.setGraphic(new Icon(sign(one)));
            name.setText(named);
            out.setAccessibleText(texts.format("paste.remove", named));
            out.setTooltip(new TextTooltip(out.getAccessibleText()));
            out.setOnAction(_ -> remove.accept(one));
            showSize();
            setGraphic(line);
        }

        private void showSize() {
            Pasted one = getItem();
            if (one == null) return;
            String large = size.apply(List.of(one));
            bytes.setText(large);
            String named = one.name(texts);
            setAccessibleText(large.isEmpty() ? named : texts.list(List.of(named, large)));
        }
    }
}
