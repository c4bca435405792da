package io.landline.ui.places.shelf;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.WantedItem;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.TickedLine;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.shelf.ShelfViewModel.State;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Somebody's shelf, over the page: its folders, and what a person takes of them. Names come as they are scrolled to.
/// JavaFX thread.
public final class ShelfSheet implements Sheet {
    private final PageContext context;
    private final Texts texts;
    private final AmountFormatter amounts;
    private final ShelfViewModel model;
    private final WrappingLabel place = new WrappingLabel("");
    private final WrappingLabel said = new WrappingLabel("");
    private final Button up;
    private final Button again;
    private final Button all;
    private final Button take;
    private final ListView<ShelfItem> list;
    private final SheetScroll scroll;
    private final Subscription subscriptions;
    /// The node was asked, and has not answered yet.
    private boolean taking;

    /// @param close is run when the person is done with it
    public ShelfSheet(PageContext context, Shelf shelf, Runnable close) {
        this.context = context;
        texts = context.texts(ShelfSheet.class);
        amounts = new AmountFormatter(context.language());
        model = new ShelfViewModel(context, shelf);
        var head = new SheetHead("shelf-title", texts.get("close"), close);
        head.show(texts.format("shelf.title", PeerText.line(shelf.title()), PeerText.person(shelf.name())));
        place.setId("shelf-place");
        said.setId("shelf-said");
        up = new TextButton("shelf-up", texts.get("shelf.up"), model::up);
        up.setGraphic(new Icon(Feather.CORNER_LEFT_UP));
        up.getStyleClass().add(Styles.SMALL);
        again = new TextButton("shelf-again", texts.get("shelf.again"), () -> model.open(model.state().get().path()));
        again.getStyleClass().add(Styles.SMALL);
        all = new TextButton("shelf-all", "", model::tickAll);
        all.getStyleClass().add(Styles.SMALL);
        take = new TextButton("shelf-take", "", () -> take(close));
        take.getStyleClass().add(Styles.ACCENT);
        list = new ListView<>(model.items());
        list.setId("shelf-list");
        list.getStyleClass().add("shelf-list");
        list.setAccessibleText(texts.get("shelf.list"));
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var way = new ControlLine(up, again, all, place);
        way.getStyleClass().add("sheet-buttons");
        scroll = new SheetScroll(new VBox(head, way, list, said, take), close, list::requestFocus);
        subscriptions = Subscription.combine(model.state().subscribe(this::show),
                model.changes().subscribe(_ -> ticked()));
        model.open(List.of());
    }

    private void show(State now) {
        Visibility.show(up, !now.path().isEmpty());
        Visibility.show(again, now.failure() != null);
        Visibility.show(place, !now.path().isEmpty());
        place.setText(PeerText.line(String.join(" / ", now.path())));
        Visibility.show(all, !model.items().isEmpty());
        ticked();
        if (!now.loading()) scroll.filled();
    }

    private String words(State now) {
        if (now.failure() != null) return ErrorMessages.sentence(context.language(), now.failure());
        if (now.loading()) return texts.get("shelf.loading");
        if (now.isCut()) return texts.format("shelf.cut", model.items().size());
        if (model.isFull()) return texts.format("shelf.most", WantedItem.COUNT_MAX);
        return model.items().isEmpty() ? texts.get("shelf.empty") : "";
    }

    private void ticked() {
        int count = model.tickedCount();
        String size = amounts.bytes(model.tickedBytes());
        take.setText(count == 0
                ? texts.get(model.state().get().path().isEmpty() ? "shelf.take-all" : "shelf.take-folder")
                : texts.format(model.isFolderTicked() ? "shelf.take-more" : "shelf.take", count, size));
        State now = model.state().get();
        boolean hasNothing = count == 0 && model.items().isEmpty();
        take.setDisable(taking || now.failure() != null || hasNothing);
        all.setText(texts.get(model.areAllTicked() ? "shelf.none" : "shelf.all"));
        said.setText(words(now));
        Visibility.show(said, !said.getText().isEmpty());
        list.refresh();
    }

    private void setTaking(boolean now) {
        taking = now;
        ticked();
    }

    private void take(Runnable close) {
        setTaking(true);
        model.take(() -> {
            context.notices().done(texts.format("shelf.taken", PeerText.person(model.shelf().name())));
            close.run();
        }, why -> {
            setTaking(false);
            context.notices().problem(ErrorMessages.sentence(context.language(), why));
        });
    }

    /// The space bar ticks the chosen row, Enter opens a folder, Backspace leads up.
    private void pressed(KeyEvent event) {
        ShelfItem chosen = list.getSelectionModel().getSelectedItem();
        switch (event.getCode()) {
            case KeyCode.SPACE -> {
                if (chosen != null) model.tick(chosen);
            }
            case KeyCode.ENTER -> {
                if (chosen != null) model.open(chosen);
            }
            case KeyCode.BACK_SPACE -> model.up();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// As if its box was clicked.
    public void tick(int row) {
        model.tick(model.items().get(row));
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private final class Cell extends ListCell<ShelfItem> {
        private final TickedLine line = new TickedLine(list.widthProperty(), () -> {
            ShelfItem item = getItem();
            if (item != null) model.tick(item);
        });
        private final Button into = new IconButton("shelf-into", Feather.CHEVRON_RIGHT, texts.get("shelf.folder"));

        private Cell() {
            into.setFocusTraversable(false); // Enter opens the row
            into.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
            into.setOnAction(_ -> {
                ShelfItem item = getItem();
                if (item != null) model.open(item);
            });
            line.getChildren().add(into);
            setPrefWidth(0); // as wide as the list: nothing scrolls sideways
            setOnMouseClicked(click -> {
                ShelfItem item = getItem();
                boolean isMeant = click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2;
                if (item != null && isMeant) model.open(item);
            });
        }

        @Override
        protected void updateItem(@Nullable ShelfItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String size = item.folder() ? "" : amounts.bytes(item.bytes());
            line.show(item.folder(), item.name(), size);
            Visibility.show(into, item.folder());
            into.setAccessibleText(texts.format("shelf.open-folder", line.said()));
            boolean isTicked = model.isTicked(item);
            line.tick(isTicked, false);
            String kind = item.folder() ? texts.get("shelf.folder") : size;
            String state = texts.get(isTicked ? "shelf.ticked" : "shelf.not-ticked");
            setAccessibleText(texts.list(line.isProgram()
                    ? List.of(line.said(), texts.get("shelf.program"), kind, state)
                    : List.of(line.said(), kind, state)));
            setGraphic(line);
            if (getIndex() >= model.items().size() - 1) context.fx().post(model::more);
        }
    }
}
