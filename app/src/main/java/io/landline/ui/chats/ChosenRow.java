package io.landline.ui.chats;

import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.list.ListRowCell;
import io.landline.ui.control.NextRow;
import io.landline.ui.control.RowInSight;
import io.landline.ui.control.RowKeys;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Which row of the list is the selected one: that which a person chose, wherever it goes, or that of a conversation
/// which was opened elsewhere. What a person selects opens. JavaFX thread.
final class ChosenRow {
    private final ListView<ListRow> list;
    private final ChatsViewModel model;
    private final Runnable chosen;
    /// While the program itself selects, nothing is opened.
    private boolean selecting;
    private boolean browsing;
    private @Nullable String selectedId;
    private @Nullable String lastId;
    private @Nullable String pressedId;

    /// @param list shows the rows of the model
    /// @param chosen is run when a person has chosen a conversation by Enter: they go there
    ChosenRow(ListView<ListRow> list, ChatsViewModel model, Runnable chosen) {
        this.list = list;
        this.model = model;
        this.chosen = chosen;
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            pressedId = selectedId;
            if (event.getButton() == MouseButton.SECONDARY) event.consume(); // who asks for the menu opens nothing
        });
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        model.rows().subscribe(this::selectAgain);
        model.arranging().subscribe(now -> {
            if (!now) selectAgain();
        });
        model.head().subscribe(this::follow);
    }

    /// The keyboard goes to the row that was last open, else to the first that opens something.
    void focus() {
        if (list.getSelectionModel().isEmpty()) {
            int last = indexOf(lastId);
            int index = last >= 0 ? last : NextRow.of(model.rows(), 0, 1, ChosenRow::opens);
            if (index >= 0) list.getFocusModel().focus(index);
        }
        list.requestFocus();
    }

    /// The keyboard goes to the first row behind this one that opens something, and opens it.
    ///
    /// @param index -1 for the top
    /// @return whether there is one
    boolean browseFrom(int index) {
        int next = NextRow.of(model.rows(), index + 1, 1, ChosenRow::opens);
        if (next != NextRow.NONE) browse(next);
        list.requestFocus();
        return next != NextRow.NONE;
    }

    private void selected(@Nullable ListRow row) {
        if (row == null || selecting || model.arranging().get()) return;
        selectedId = row.id();
        lastId = row.id();
        go(row);
    }

    private void go(ListRow row) {
        String key = row.conversation();
        if (row instanceof ListRow.Hit hit) {
            model.land(hit);
        } else if (key != null) {
            model.open(key);
        }
    }

    /// On the row that is the selected one already: a click goes there again, as on another row.
    private void clicked(MouseEvent event) {
        ListRow now = list.getSelectionModel().getSelectedItem();
        boolean isAgain = event.getButton() == MouseButton.PRIMARY && Objects.equals(pressedId, selectedId);
        if (!isAgain || now == null || !isOn(event, now)) return;
        if (now instanceof ListRow.Hit hit) {
            model.land(hit);
        } else {
            chosen.run();
        }
    }

    private static boolean isOn(MouseEvent event, ListRow row) {
        Node each = event.getTarget() instanceof Node node ? node : null;
        while (each != null && !(each instanceof ListRowCell)) each = each.getParent();
        return each instanceof ListRowCell cell && row.equals(cell.getItem());
    }

    /// Keeps the row selected that a person chose, wherever it went. If that row is gone, as a found message is after
    /// the search, or another conversation was opened since, the row of the open conversation is selected, else none.
    private void selectAgain() {
        ConversationHeader head = model.head().get();
        int chosenBefore = indexOf(selectedId);
        boolean isOpen = chosenBefore >= 0 && isOf(head, model.rows().get(chosenBefore));
        int index = isOpen ? chosenBefore : indexOf(head);
        ListRow now = list.getSelectionModel().getSelectedItem();
        if (index < 0) {
            // where nothing is selected the toolkit would take the keyboard's mark away too
            if (!list.getSelectionModel().isEmpty()) list.getSelectionModel().clearSelection();
        } else if (now == null || !now.id().equals(model.rows().get(index).id())) {
            select(index);
        }
    }

    private int indexOf(@Nullable String id) {
        for (int i = 0; i < model.rows().size(); i++) if (model.rows().get(i).id().equals(id)) return i;
        return -1;
    }

    /// A conversation was opened elsewhere: its row is the selected one.
    private void follow(@Nullable ConversationHeader head) {
        ListRow now = list.getSelectionModel().getSelectedItem();
        if (head == null) {
            selectedId = null;
            list.getSelectionModel().clearSelection();
            return;
        }
        if (now != null && isOf(head, now)) return;
        int index = indexOf(head);
        if (index < 0) { // a search hides it
            selectAgain();
            return;
        }
        selectedId = model.rows().get(index).id();
        lastId = selectedId;
        select(index);
        RowInSight.show(list, index, 1);
    }

    private int indexOf(@Nullable ConversationHeader head) {
        for (int i = 0; i < model.rows().size(); i++) {
            ListRow row = model.rows().get(i);
            if (isOf(head, row) && !(row instanceof ListRow.Hit)) return i;
        }
        return -1;
    }

    private static boolean isOf(@Nullable ConversationHeader head, ListRow row) {
        return head != null && head.key().equals(row.conversation());
    }

    private void select(int index) {
        selecting = true;
        try {
            list.getSelectionModel().clearAndSelect(index);
        } finally {
            selecting = false;
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown()) return;
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open(list.getFocusModel().getFocusedIndex());
            chosen.run();
            event.consume();
        } else {
            RowKeys.pressed(event, list, ChosenRow::opens, this::browse);
        }
    }

    /// Whether a person passes through the list by the keys: conversations open, but the keyboard stays here.
    boolean isBrowsing() {
        return browsing;
    }

    private void open(int index) {
        if (index >= 0 && index < model.rows().size() && opens(model.rows().get(index))) {
            list.getSelectionModel().clearAndSelect(index);
        }
    }

    private void browse(int index) {
        browsing = true;
        try {
            list.getSelectionModel().clearAndSelect(index);
        } finally {
            browsing = false;
        }
        list.getFocusModel().focus(index);
        RowInSight.show(list, index, 2);
    }

    static boolean opens(ListRow row) {
        return row.conversation() != null;
    }
}
