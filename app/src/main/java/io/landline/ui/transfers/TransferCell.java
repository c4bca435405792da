package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.PageContext;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A heading, or an offer as a card. JavaFX thread.
final class TransferCell extends ListCell<TransferRow> {
    private final TransferCard card;
    private final Label heading = new WrappingLabel("");
    private final Texts texts;

    TransferCell(PageContext context, Texts texts) {
        this.texts = texts;
        card = TransferCard.dated(context);
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "transfers-heading");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("transfers-cell");
        setPrefWidth(0); // as wide as the list: nothing scrolls sideways
        card.prefWidthProperty().bind(widthProperty());
    }

    @Override
    protected void updateItem(@Nullable TransferRow row, boolean empty) {
        super.updateItem(row, empty);
        TransferRow shown = empty ? null : row;
        card.show(shown instanceof TransferRow.Offer(var offer) ? offer : null);
        accessibleTextProperty().unbind();
        switch (shown) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case TransferRow.Now _ -> heading(texts.get("now"));
            case TransferRow.Earlier _ -> heading(texts.get("earlier"));
            case TransferRow.Offer _ -> {
                setGraphic(card);
                accessibleTextProperty().bind(card.accessibleTextProperty());
            }
        }
    }

    private void heading(String text) {
        heading.setText(text);
        setGraphic(heading);
        setAccessibleText(text);
    }

    /// A card's text wraps, so its height follows from the width that the list gives.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() != card) return super.computePrefHeight(width);
        double wide = getWidth() > 0 ? getWidth() : getListView().getWidth();
        return snappedTopInset() + card.prefHeight(wide) + snappedBottomInset();
    }
}
