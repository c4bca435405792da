package io.landline.ui.chats.search;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.chat.TimelinePosition;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.part.WidthCell;
import io.landline.ui.control.BesideOrBelow;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.NodeTree;
import io.landline.ui.control.RowInSight;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Searches the open conversation; what was found is chosen from a list. JavaFX thread.
public final class SearchPane extends VBox {
    /// In `em`: in less, count and buttons leave the words fewer than ten letters.
    private static final double WIDE_MIN_EM = 26;

    private final SearchViewModel model;
    private final Consumer<TimelinePosition> chosen;
    private final CustomTextField field = new CustomTextField();
    private final ListView<TimelineItem> list;
    private final HBox tools = new HBox();

    /// @param chosen is told which entry to show
    /// @param close closes the search
    public SearchPane(ChatsContext context, SearchViewModel model, Consumer<TimelinePosition> chosen, Runnable close) {
        this.model = model;
        this.chosen = chosen;
        Texts texts = context.texts();
        getStyleClass().add("chats-search");
        field.setId("search-words");
        field.setLeft(new Icon(Feather.SEARCH));
        FieldPrompt.put(field, texts.get("search.prompt"));
        field.setAccessibleText(texts.get("search.prompt"));
        field.textProperty().bindBidirectional(model.words());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button older = button("search-older", texts.get("search.older"), Feather.CHEVRON_UP, () -> step(1));
        Button newer = button("search-newer", texts.get("search.newer"), Feather.CHEVRON_DOWN, () -> step(-1));
        older.disableProperty().bind(Bindings.isEmpty(model.found()));
        newer.disableProperty().bind(older.disableProperty());
        Button end = button("search-close", texts.get("search.close"), Feather.X, close);
        var filters = new SearchFilters("search", texts, model.choices());
        filters.setVisible(false);
        filters.setMinHeight(USE_PREF_SIZE);
        filters.managedProperty().bind(filters.visibleProperty());
        Button narrow = button("search-narrow", texts.get("search.narrow"), Feather.FILTER, () -> {
            filters.setVisible(!filters.isVisible());
            model.loadAuthors();
        });
        var written = new HBox(field, new TypedEmoji(field));
        tools.getChildren().addAll(counted(texts), older, newer, narrow, end);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getStyleClass().add("chats-search-tools");
        var line = new BesideOrBelow(written, tools, WIDE_MIN_EM, field.fontProperty());
        line.getStyleClass().add("chats-search-line");
        line.setMinHeight(USE_PREF_SIZE); // what was found gives way, not what is sought

        list = results(context);
        getChildren().addAll(line, filters, list);
        // of what other words find nothing is chosen yet
        model.words().subscribe(() -> list.getSelectionModel().clearSelection());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Label counted(Texts texts) {
        var count = new Label();
        count.setId("search-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("chats-row-time");
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> count(texts), model.found(), model.current(),
                        model.hasMore(), model.listed()));
        return count;
    }

    private ListView<TimelineItem> results(ChatsContext context) {
        Texts texts = context.texts();
        var list = new ListView<TimelineItem>(model.found());
        context.page().time().eachDay(list, context::today);
        list.setId("search-results");
        list.setAccessibleText(texts.get("search.results"));
        list.getStyleClass().addAll("chats-results", Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> new Cell(context, model));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && NodeTree.isInRow(event.getTarget())) choose();
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) choose();
        });
        var nothing = new WrappingLabel("");
        nothing.textProperty()
                .bind(Bindings.createStringBinding(() -> nothing(texts), model.words(), model.problem()));
        nothing.getStyleClass().add("chats-explanation");
        list.setPlaceholder(nothing);
        list.visibleProperty().bind(model.listed());
        list.managedProperty().bind(list.visibleProperty());
        return list;
    }

    /// What stands there where nothing was found.
    private String nothing(Texts texts) {
        if (!model.problem().get().isEmpty()) return model.problem().get();
        return texts.get(model.words().get().isBlank() ? "search.nothing.chosen" : "search.nothing");
    }

    /// In the field.
    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> step(event.isShiftDown() ? -1 : 1);
            case DOWN -> {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
            }
            default -> {
                return; // typed
            }
        }
        event.consume();
    }

    private static Button button(String id, String name, Feather picture, Runnable action) {
        var button = new IconButton(id, picture, name);
        button.getStyleClass().add(Styles.FLAT);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private String count(Texts texts) {
        int all = model.found().size();
        if (!model.listed().get() || all == 0) return "";
        String many = texts.format(model.hasMore().get() ? "list.unread-many" : "list.unread", all);
        int now = model.current().get();
        return now == SearchViewModel.NONE
                ? texts.format("search.count", all, many)
                : texts.format("search.place", now + 1, many);
    }

    private void step(int places) {
        TimelineItem item = model.step(places);
        if (item == null) return;
        list.getSelectionModel().clearAndSelect(model.current().get());
        RowInSight.show(list, model.current().get());
        chosen.accept(item.position());
    }

    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void choose() {
        int place = list.getSelectionModel().getSelectedIndex();
        if (place >= 0) chosen.accept(model.choose(place).position());
    }

    /// One that was found.
    private static final class Cell extends WidthCell<TimelineItem> {
        private final SearchViewModel model;
        private final FoundContent content;

        private Cell(ChatsContext context, SearchViewModel model) {
            this.model = model;
            content = new FoundContent(context);
            getStyleClass().add("chats-result");
            model.foundWords().subscribe(() -> {
                TimelineItem item = getItem();
                if (item != null) show(item); // the list fills a cell again only with another message
            });
        }

        @Override
        protected void updateItem(@Nullable TimelineItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            if (item == null || empty) return;
            show(item);
            setGraphic(content);
        }

        private void show(TimelineItem item) {
            content.show(item, model.foundWords().get());
            setAccessibleText(content.spoken());
        }
    }
}
