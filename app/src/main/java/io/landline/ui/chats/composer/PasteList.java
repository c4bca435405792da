package io.landline.ui.chats.composer;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.language.Texts;
import io.landline.ui.chats.composer.PasteViewModel.Pasted;
import io.landline.ui.chats.part.WidthCell;
import io.landline.ui.control.IconButton;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.look.Icon;
import io.landline.ui.look.TextTooltip;
import java.util.List;
import java.util.function.Consumer;
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
    private final Consumer<Pasted> remove;
    private double em = 1;
    private int rows = PastePane.ROWS_MAX;

    PasteList(Texts texts, Consumer<Pasted> remove) {
        this.texts = texts;
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
        private final HBox line = new HBox(name, out);

        Cell() {
            name.setMnemonicParsing(false);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            out.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
            out.setFocusTraversable(false); // Delete takes out the row
            line.setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("chats-paste-row");
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
            setAccessibleText(named);
            setGraphic(line);
        }
    }
}
