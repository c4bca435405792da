package io.landline.ui.chats;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.chat.TimelinePosition;
import io.landline.node.Chats;
import io.landline.node.Chats.Item;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import io.landline.ui.text.TimeFormatter;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Searches the open conversation; what was found is chosen from a list. JavaFX thread.
final class SearchPane extends VBox {
    private static final int PREVIEW_CHARACTERS_MAX = 160;

    private final Consumer<TimelinePosition> chosen;
    private final CustomTextField field = new CustomTextField();
    private final ListView<Item> list;

    /// @param chosen is told which entry to show
    /// @param close closes the search
    SearchPane(ChatsContext context, SearchViewModel model, Consumer<TimelinePosition> chosen, Runnable close) {
        this.chosen = chosen;
        Texts texts = context.texts();
        getStyleClass().add("chats-search");
        field.setId("search-words");
        field.setLeft(new Icon(Feather.SEARCH));
        field.setPromptText(texts.get("search.prompt"));
        field.setAccessibleText(texts.get("search.prompt"));
        field.textProperty().bindBidirectional(model.words());
        HBox.setHgrow(field, Priority.ALWAYS);
        var end = new Button("", new Icon(Feather.X));
        end.setId("search-close");
        end.setAccessibleText(texts.get("search.close"));
        end.setTooltip(new Tooltip(texts.get("search.close")));
        end.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        end.setOnAction(_ -> close.run());
        var line = new HBox(field, end);
        line.getStyleClass().add("chats-search-line");

        list = new ListView<>(model.found());
        list.setId("search-results");
        list.setAccessibleText(texts.get("search.results"));
        list.getStyleClass().addAll("chats-results", Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> new Cell(context));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) choose();
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) choose();
        });
        var nothing = new Label(texts.get("search.nothing"));
        nothing.getStyleClass().add("chats-explanation");
        list.setPlaceholder(nothing);
        list.visibleProperty().bind(model.searched());
        list.managedProperty().bind(list.visibleProperty());
        getChildren().addAll(line, list);
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.DOWN && event.getCode() != KeyCode.ENTER) return;
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            if (event.getCode() == KeyCode.ENTER) choose();
            event.consume();
        });
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void choose() {
        Item item = list.getSelectionModel().getSelectedItem();
        if (item != null) chosen.accept(item.position());
    }

    /// One that was found.
    private static final class Cell extends WidthCell<Item> {
        private final Texts texts;
        private final TimeFormatter moments;
        private final InstantSource clock;
        private final Label who = new Label();
        private final Label when = new Label();
        private final Label what = new Label();
        private final VBox content;

        private Cell(ChatsContext context) {
            texts = context.texts();
            moments = context.moments();
            clock = context.clock();
            getStyleClass().add("chats-result");
            for (Label label : new Label[]{who, when, what}) label.setMnemonicParsing(false);
            who.setMaxWidth(Double.MAX_VALUE);
            who.getStyleClass().add("chats-author");
            when.setMinWidth(USE_PREF_SIZE);
            when.getStyleClass().add("chats-row-time");
            HBox.setHgrow(who, Priority.ALWAYS);
            content = new VBox(new HBox(who, when), what);
        }

        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            if (item == null || empty) return;
            who.setText(item.own() ? texts.get("entry.you") : PeerText.person(item.name()));
            when.setText(moments.brief(item.written(), clock.instant()));
            what.setText(PeerText.line(PeerText.shortened(switch (item) {
                case Chats.Text said -> said.text();
                case Chats.Offer offer -> String.join(", ", offer.names());
            }, PREVIEW_CHARACTERS_MAX)));
            setAccessibleText(texts.format("entry.accessible", who.getText(), when.getText(), what.getText(), ""));
            setGraphic(content);
        }
    }
}
