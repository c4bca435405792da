package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files of one conversation, the newest first, page by page. What comes and goes meanwhile does so here. Confined
/// to the JavaFX thread.
final class FilesViewModel {
    /// Some screens of cards.
    static final int PAGE = 30;

    /// What is to be shown.
    ///
    /// @param opened counts what was opened: what was asked for before is not shown any more
    /// @param count how many of the newest
    private record Asked(String conversation, int opened, int count) {}

    /// @param failure null where all went well
    private record Loaded(Asked asked, List<Offer> offers, boolean hasMore, @Nullable Exception failure) {}

    private final PageContext context;
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final Refresh<Optional<Loaded>> refresh;
    private @Nullable ConversationWatch watch;
    private int opened;
    /// Read on background threads too; null while nothing is open.
    private volatile @Nullable Asked asked;

    FilesViewModel(PageContext context) {
        this.context = context;
        refresh = new Refresh<>(context.background(), this::load, result -> result.ifPresent(this::show));
    }

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
        ConversationWatch before = watch;
        watch = null;
        if (before != null) before.close();
        offers.clear();
        hasMore.set(false);
        loaded.set(false);
        asked = conversation == null ? null : new Asked(conversation, ++opened, PAGE);
        if (conversation == null) return;
        refresh.changed();
        watch = new ConversationWatch(context.node(), context.background(), changed -> {
            if (changed.equals(conversation)) refresh.changed();
        }, refresh::changed);
    }

    void more() {
        Asked now = asked;
        if (now == null || !hasMore.get()) return;
        asked = new Asked(now.conversation(), now.opened(), offers.size() + PAGE);
        refresh.changed();
    }

    private Optional<Loaded> load() {
        Asked now = asked;
        if (now == null) return Optional.empty();
        try {
            return Optional.of(load(now));
        } catch (CommandException e) {
            return Optional.of(new Loaded(now, List.of(), false, e));
        }
    }

    private Loaded load(Asked now) throws CommandException {
        ChatHistory history = context.node().chats().history();
        var found = new ArrayList<Offer>();
        boolean hasOlder = true;
        while (hasOlder && found.size() < now.count()) {
            TimelinePosition before = found.isEmpty() ? null : found.getLast().head().position();
            Page page = history.files(now.conversation(), before, PAGE);
            int count = found.size();
            page.items().reversed().forEach(item -> {
                if (item instanceof Offer offer) found.add(offer);
            });
            hasOlder = !page.reachesStart() && found.size() > count;
        }
        return new Loaded(now, found, hasOlder, null);
    }

    private void show(Loaded now) {
        if (!now.asked().equals(asked)) return; // something else is loaded next
        if (now.failure() != null) {
            context.notices().problem(ErrorMessages.sentence(context.language(), now.failure()));
            return;
        }
        ListPatch.update(offers, now.offers(), each -> each.head().position());
        hasMore.set(now.hasMore());
        loaded.set(true);
    }
}
