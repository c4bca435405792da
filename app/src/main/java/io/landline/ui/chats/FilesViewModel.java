package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.Chats.Offer;
import io.landline.node.port.Chats.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files of one conversation, the newest first, page by page. Confined to the JavaFX thread.
final class FilesViewModel {
    /// Some screens of cards.
    static final int PAGE = 30;

    private final PageContext context;
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private @Nullable String key;
    private boolean loading;
    /// Counts what was opened: what was asked for before is not shown any more.
    private int opened;

    FilesViewModel(PageContext context) { this.context = context; }

    ObservableList<Offer> offers() {
        return offers;
    }

    /// Whether [#more] brings older ones.
    ReadOnlyBooleanProperty hasMore() {
        return hasMore.getReadOnlyProperty();
    }

    /// Whether [#offers] is what the conversation has.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// Shows the newest of this conversation; null: of none.
    void open(@Nullable String conversation) {
        key = conversation;
        opened++;
        loading = false;
        offers.clear();
        hasMore.set(false);
        loaded.set(false);
        if (conversation != null) load(conversation, null);
    }

    void more() {
        String now = key;
        if (now != null && hasMore.get() && !loading) load(now, offers.getLast().head().position());
    }

    private void load(String conversation, @Nullable TimelinePosition before) {
        int asked = opened;
        loading = true;
        ChatHistory history = context.node().chats().history();
        context.background()
                .run(() -> history.files(conversation, before, PAGE), page -> {
                    if (asked == opened) show(page);
                },
                        why -> {
                            if (asked == opened) loading = false;
                            context.notices().problem(ErrorMessages.sentence(context.language(), why));
                        });
    }

    private void show(Page page) {
        loading = false;
        page.items().reversed().forEach(item -> {
            if (item instanceof Offer offer) offers.add(offer);
        });
        hasMore.set(!page.reachesStart() && !offers.isEmpty());
        loaded.set(true);
    }
}
