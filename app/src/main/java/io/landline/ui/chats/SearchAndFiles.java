package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.search.SearchPane;
import io.landline.ui.chats.search.SearchViewModel;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The search above the messages of the open conversation, and its files in their place. Each is made when it is first
/// opened. With their lists and calendars they are some hundred nodes, which the first page would have to style, and
/// nobody sees. JavaFX thread.
final class SearchAndFiles {
    private final ChatsContext context;
    private final SearchViewModel model;
    private final VBox column;
    private final StackPane messages;
    private final Consumer<TimelinePosition> chosen;
    private final Runnable closing;
    private @Nullable SearchPane search;
    private @Nullable FilesPane files;

    /// @param column where both get the first places
    /// @param messages what gives its place to the files
    /// @param chosen is told which entry to show
    /// @param closing is run where the user closes one of them; it calls [#close]
    SearchAndFiles(ChatsContext context, SearchViewModel model, VBox column, StackPane messages,
            Consumer<TimelinePosition> chosen, Runnable closing) {
        this.context = context;
        this.model = model;
        this.column = column;
        this.messages = messages;
        this.chosen = chosen;
        this.closing = closing;
    }

    boolean isOpen() {
        return search != null && search.isVisible() || files != null && files.isVisible();
    }

    void openSearch() {
        if (files != null) files.close();
        SearchPane opened = search == null ? madeSearch() : search;
        search = opened;
        opened.setVisible(true);
        opened.focus();
    }

    private SearchPane madeSearch() {
        var made = new SearchPane(context, model, chosen, closing);
        made.managedProperty().bind(made.visibleProperty());
        // what was found scrolls; what it leads to has to be in sight too
        made.maxHeightProperty().bind(column.heightProperty().divide(2));
        column.getChildren().addFirst(made);
        return made;
    }

    void openFiles(String conversation) {
        FilesPane opened = files == null ? madeFiles() : files;
        files = opened;
        opened.open(conversation);
    }

    private FilesPane madeFiles() {
        var made = new FilesPane(context, new FilesViewModel(context.page()), closing);
        VBox.setVgrow(made, Priority.ALWAYS);
        made.setPrefHeight(0);
        messages.visibleProperty().bind(made.visibleProperty().not());
        messages.managedProperty().bind(messages.visibleProperty());
        column.getChildren().addFirst(made);
        return made;
    }

    void close() {
        if (files != null) files.close();
        if (search != null) search.setVisible(false);
        model.clear();
    }
}
