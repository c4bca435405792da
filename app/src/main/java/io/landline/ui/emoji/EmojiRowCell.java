package io.landline.ui.emoji;

import io.landline.language.Texts;
import io.landline.ui.emoji.EmojiNames.Named;
import io.landline.ui.emoji.EmojiPickerViewModel.Place;
import io.landline.ui.emoji.EmojiPickerViewModel.Row;
import io.landline.ui.letters.EmojiPictures;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A line of the list: a heading, or some emoji. JavaFX thread.
final class EmojiRowCell extends ListCell<Row> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double PICTURE_EM = 1.75;

    private final Texts texts;
    private final EmojiPickerViewModel model;
    private final BiConsumer<Place, Boolean> chosen;
    private final Label heading = new Label();
    private final HBox line = new HBox();

    /// @param chosen is told where, and whether more will be chosen
    EmojiRowCell(Texts texts, EmojiPickerViewModel model, BiConsumer<Place, Boolean> chosen) {
        this.texts = texts;
        this.model = model;
        this.chosen = chosen;
        getStyleClass().add("emoji-row");
        heading.getStyleClass().add("emoji-heading");
        model.place().subscribe(this::mark);
        fontProperty().subscribe(() -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setAccessibleText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case Row.Heading(int group) -> {
                heading.setText(words(group));
                setAccessibleText(heading.getText());
                setGraphic(heading);
            }
            case Row.Cells(List<Named> emoji) -> {
                line.getChildren().clear();
                for (int column = 0; column < emoji.size(); column++) {
                    line.getChildren().add(tile(emoji.get(column), column));
                }
                setAccessibleText(texts.list(emoji.stream().map(Named::name).toList()));
                setGraphic(line);
                mark();
            }
        }
    }

    private String words(int group) {
        return switch (group) {
            case Row.Heading.RECENT -> texts.get("recent");
            case Row.Heading.FOUND -> texts.get("found");
            default -> texts.get("group." + group);
        };
    }

    private Node tile(Named emoji, int column) {
        double size = Math.round(PICTURE_EM * getFont().getSize());
        var tile = new StackPane(EmojiPictures.view(emoji.emoji().picture(), size, this));
        tile.getStyleClass().add("emoji-tile");
        tile.setOnMouseEntered(_ -> model.stand(new Place(getIndex(), column)));
        tile.setOnMouseClicked(event -> {
            if (event.getButton() != MouseButton.PRIMARY) return;
            chosen.accept(new Place(getIndex(), column), event.isShiftDown());
        });
        return tile;
    }

    private void mark() {
        Place now = model.place().get();
        for (int column = 0; column < line.getChildren().size(); column++) {
            boolean isCurrent = now != null && now.row() == getIndex() && now.column() == column;
            line.getChildren().get(column).pseudoClassStateChanged(CURRENT, isCurrent);
        }
    }
}
