package io.landline.ui.chats;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.language.Texts;
import io.landline.ui.acts.SavedSheet;
import io.landline.ui.chats.list.ArchivedRows;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.list.ListRowCell;
import io.landline.ui.chats.menu.ConversationMenu;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.search.GlobalSearchViewModel;
import io.landline.ui.chats.search.SearchFilters;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.TextButton;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.look.Icon;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Conversations and people, beside the open conversation. JavaFX thread.
final class ListPane extends VBox {
    private static final PseudoClass EXPLAINING = PseudoClass.getPseudoClass("explaining");

    private final ChatsViewModel model;
    private final ListView<ListRow> list;
    private final Button newRoom;
    private final Button whyNobody;
    private final CustomTextField sought = new CustomTextField();
    private final Runnable chosen;
    private final ChosenRow row;
    private @Nullable SearchFilters filters;

    /// @param chosen is run when a person has chosen a conversation by Enter: they go there
    ListPane(ChatsContext context, ChatsViewModel model, Runnable chosen) {
        this.model = model;
        this.chosen = chosen;
        Texts texts = context.texts();
        getStyleClass().add("chats-list-pane");

        sought.setId("chat-filter");
        FieldPrompt.put(sought, texts.get("list.filter"));
        sought.setAccessibleText(texts.get("list.filter"));
        sought.setLeft(new Icon(Feather.SEARCH));
        sought.textProperty().bindBidirectional(model.wanted());
        sought.addEventHandler(KeyEvent.KEY_PRESSED, this::keyInField);

        list = new ListView<>(model.rows());
        context.page().time().eachDay(list, context::today);
        list.setId("chat-list");
        list.setAccessibleText(texts.get("list.accessible"));
        list.getStyleClass().addAll("chats-list", Tweaks.EDGE_TO_EDGE);
        var actions = new RowActions(model, new ConversationMenu(context, model::refresh));
        list.setCellFactory(_ -> {
            var cell = new ListRowCell(context);
            actions.attach(cell);
            return cell;
        });
        list.setOnContextMenuRequested(this::menuByKey);
        row = new ChosenRow(list, model, chosen);
        new RowAim(list, model::holdRows, model::releaseRows);
        VBox.setVgrow(list, Priority.ALWAYS);

        newRoom = button("new-room", texts.get("list.new-room"), Feather.PLUS);
        newRoom.setOnAction(_ -> context.page().navigation().newRoom());
        var address = button("try-address", texts.get("list.try-address"), Feather.AT_SIGN);
        var popOver = new AddressPopOver(context.page());
        address.setOnAction(_ -> popOver.showAt(address));
        whyNobody = button("why-nobody", texts.get("list.why-nobody"), Feather.HELP_CIRCLE);
        whyNobody.setOnAction(_ -> context.page().navigation().doctor());
        whyNobody.managedProperty().bind(whyNobody.visibleProperty());
        var buttons = new ControlLine(newRoom, address, archived(texts), savedButton(context), whyNobody);
        buttons.getStyleClass().add("chats-list-buttons");
        var line = new HBox(sought, new TypedEmoji(sought));
        line.getStyleClass().add("chats-filter-line");
        HBox.setHgrow(sought, Priority.ALWAYS);
        getChildren().addAll(line, list, buttons);
        model.everywhere().words().subscribe(typed -> showFilters(texts, typed));
        model.rows().subscribe(() -> context.page().fx().changed(list, this::explain));
        explain();
    }

    /// The filters by author and by day stand there during a search. They are made for the first one.
    private void showFilters(Texts texts, String typed) {
        GlobalSearchViewModel everywhere = model.everywhere();
        boolean isSearching = GlobalSearchViewModel.isEnough(typed.strip());
        SearchFilters now = filters;
        if (now == null && isSearching) {
            now = new SearchFilters("everywhere", texts, everywhere.choices());
            now.managedProperty().bind(now.visibleProperty());
            filters = now;
            getChildren().add(1, now); // below the words
        }
        if (now != null) now.setVisible(isSearching);
        if (isSearching) everywhere.loadAuthors();
    }

    /// The menu of the row on which the keyboard is. (The toolkit asks the list for one, not the cell.)
    private void menuByKey(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) return;
        int index = list.getFocusModel().getFocusedIndex();
        for (Node each : list.lookupAll(".chats-row")) {
            if (!(each instanceof ListRowCell cell) || cell.isEmpty() || cell.getIndex() != index) continue;
            ContextMenu menu = cell.getContextMenu();
            if (menu != null) menu.show(cell, Side.BOTTOM, 0, 0);
        }
        event.consume();
    }

    /// Makes room for messages and sentences of several lines, and shows the way to the doctor beside them.
    private void explain() {
        boolean explaining = false;
        boolean missing = false;
        for (ListRow row : model.rows()) {
            explaining |= row instanceof ListRow.Hit || row instanceof ListRow.Unsearched;
            if (!(row instanceof ListRow.Explanation(ListRow.Lack lack, int _))) continue;
            explaining = true;
            missing |= lack == ListRow.Lack.NO_ROOM || lack == ListRow.Lack.NOBODY;
        }
        list.pseudoClassStateChanged(EXPLAINING, explaining);
        whyNobody.setVisible(missing);
    }

    /// Shows what is archived below the list, and hides it again.
    private Button archived(Texts texts) {
        ArchivedRows archived = model.archived();
        var toggle = button("show-archived", "", Feather.ARCHIVE);
        toggle.managedProperty().bind(toggle.visibleProperty());
        toggle.setOnAction(_ -> archived.toggle());
        Runnable show = () -> {
            toggle.setText(archived.shown().get()
                    ? texts.get("list.archived.hide")
                    : texts.format("list.archived.show", archived.count().get()));
            toggle.getTooltip().setText(toggle.getText());
            toggle.setVisible(archived.count().get() > 0);
        };
        archived.count().subscribe(show);
        archived.shown().subscribe(show);
        show.run();
        return toggle;
    }

    /// There once something is saved.
    private Button savedButton(ChatsContext context) {
        var saved = button("saved", context.texts().get("list.saved"), Feather.STAR);
        saved.setOnAction(_ -> context.page()
                .navigation()
                .sheet(close -> new SavedSheet(context.page(), model.saved(), model::show, close)));
        model.saved().saved().subscribe(all -> saved.setVisible(!all.isEmpty()));
        saved.managedProperty().bind(saved.visibleProperty());
        return saved;
    }

    private static Button button(String id, String text, Feather icon) {
        var button = new TextButton(id, text);
        button.setGraphic(new Icon(icon));
        button.getStyleClass().add(Styles.FLAT);
        button.setTooltip(new TextTooltip(text));
        return button;
    }

    /// The height of a letter, in pixels, at the window's zoom.
    double em() {
        return sought.getFont().getSize();
    }

    /// The keyboard goes to the row that was last open, else to the first that opens something.
    void focus() {
        row.focus();
    }

    /// The keyboard goes where the user goes on without this conversation: to the others; where there is no room any
    /// more, to the button that makes or joins one.
    void focusAfter() {
        boolean hasNoRoom = model.rows().stream().anyMatch(ListPane::saysNoRoom);
        if (hasNoRoom) {
            newRoom.requestFocus();
        } else {
            focus();
        }
    }

    private static boolean saysNoRoom(ListRow row) {
        return row instanceof ListRow.Explanation(ListRow.Lack lack, int _) && lack == ListRow.Lack.NO_ROOM;
    }

    /// The keyboard goes to the field in which something is sought.
    void focusSearch() {
        sought.requestFocus();
        sought.selectAll();
    }

    /// Whether the keyboard is in that field.
    boolean isInSearch() {
        return sought.isFocused();
    }

    boolean searches() {
        return !sought.getText().isEmpty();
    }

    /// The list is whole again, and the keyboard in its field.
    void endSearch() {
        sought.clear();
        sought.requestFocus();
    }

    boolean hasFocus() {
        return sought.isFocused() || list.isFocused();
    }

    private void keyInField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (isFirstOfWordsBefore()) return;
            // what is sought begins at the top
            boolean isFound = row.browseFrom(sought.getText().isBlank() ? list.getFocusModel().getFocusedIndex() : -1);
            if (event.getCode() == KeyCode.ENTER && isFound) chosen.run();
        }
    }

    /// Whether the keys would lead to a message that was found by the words before.
    private boolean isFirstOfWordsBefore() {
        return model.everywhere().found().get().awaited()
                && model.rows()
                        .stream()
                        .noneMatch(each -> each instanceof ListRow.Talk || each instanceof ListRow.Individual);
    }

    /// Whether a person passes through the list by the keys: conversations open, but the keyboard stays here.
    boolean isBrowsing() {
        return row.isBrowsing();
    }
}
