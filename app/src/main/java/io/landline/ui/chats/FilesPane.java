package io.landline.ui.chats;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.part.WidthCell;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.TextButton;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.TransferCard;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The files and pictures of the open conversation, in the place of its messages. JavaFX thread.
final class FilesPane extends VBox {
    private final ChatsContext context;
    private final FilesViewModel model;
    private final ListView<Offer> list;
    private @Nullable String key;

    /// @param close closes it
    FilesPane(ChatsContext context, FilesViewModel model, Runnable close) {
        this.context = context;
        this.model = model;
        Texts texts = context.texts();
        setId("files-pane");
        getStyleClass().add("chats-search");
        var title = new WrappingLabel(texts.get("files.title"));
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("chats-head-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        var end = new IconButton("files-close", Feather.X, texts.get("files.close"));
        end.getStyleClass().add(Styles.FLAT);
        end.setOnAction(_ -> close.run());
        var line = new HBox(title, end);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("chats-search-line");
        list = new ListView<>(model.offers());
        context.page().time().eachDay(list, context::today);
        list.setId("files-list");
        list.setAccessibleText(texts.get("files.title"));
        list.getStyleClass().addAll("chats-results", "chats-files", Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> new Cell());
        var nothing = new WrappingLabel("");
        nothing.getStyleClass().add("chats-explanation");
        model.loaded().subscribe(now -> nothing.setText(now ? texts.get("files.none") : ""));
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        var more = new TextButton("files-more", texts.get("files.more"), model::more);
        more.getStyleClass().add(Styles.FLAT);
        more.visibleProperty().bind(model.hasMore());
        more.managedProperty().bind(more.visibleProperty());
        getChildren().addAll(line, list, more);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void open(String conversation) {
        key = conversation;
        model.open(conversation);
        setVisible(true);
        list.requestFocus();
    }

    void close() {
        setVisible(false);
        model.open(null);
    }

    /// An offer: its author, when, and its card with what can be done.
    private final class Cell extends WidthCell<Offer> {
        private final EmojiLabel who = new EmojiLabel();
        private final Label when = new Label();
        private final TransferCard card = new TransferCard(context.page());
        private final VBox content;

        Cell() {
            who.setMnemonicParsing(false);
            who.setMaxWidth(Double.MAX_VALUE);
            who.getStyleClass().add("chats-author");
            when.setMinWidth(USE_PREF_SIZE);
            when.getStyleClass().add("chats-row-time");
            HBox.setHgrow(who, Priority.ALWAYS);
            content = new VBox(new HBox(who, when), card);
            content.getStyleClass().add("chats-found");
            getStyleClass().add("chats-result");
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setText(null);
            String of = key;
            if (offer == null || empty || of == null) {
                card.show(null);
                setGraphic(null);
                return;
            }
            Texts texts = context.texts();
            who.setText(offer.own() ? texts.get("entry.you") : PeerText.person(offer.name()));
            when.setText(context.times().brief(offer.written(), context.clock().instant()));
            card.show(context.transfers().of(offer, of));
            setAccessibleText(texts.format("entry.accessible", who.said(), when.getText(),
                    PeerText.list(texts, offer.names()), ""));
            setGraphic(content);
        }
    }
}
