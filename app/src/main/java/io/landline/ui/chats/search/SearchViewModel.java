package io.landline.ui.chats.search;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.port.TimelineItem;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.SearchTerms;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Searches one conversation while a person types. Confined to the JavaFX thread.
public final class SearchViewModel implements AutoCloseable {
    /// The newest found; for older ones, type one more word.
    public static final int FOUND_MAX = 100;
    /// Nothing of what was found is chosen.
    public static final int NONE = -1;
    private static final System.Logger LOG = System.getLogger(SearchViewModel.class.getName());

    private final Chats chats;
    private final ObservableList<TimelineItem> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<SearchTerms> foundWords = new ReadOnlyObjectWrapper<>(SearchTerms.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Refresh<Result> refresh;
    private volatile Question question = new Question("", new Filter("", null, null, null));
    /// Whether what is found is the answer to what was typed.
    private boolean searched;
    private final PageContext context;
    private final SearchChoices choices = new SearchChoices();
    private String key = "";

    private record Question(String conversation, Filter filter) {}

    /// @param problem why nothing could be searched, as a sentence; empty where it could
    private record Result(Question question, List<TimelineItem> items, boolean hasMore, String problem) {}

    public SearchViewModel(PageContext context) {
        this.context = context;
        chats = context.node().chats();
        refresh = new Refresh<>(context.background(), this::search, this::show);
        choices.onChange(this::ask);
    }

    public StringProperty words() {
        return choices.words();
    }

    /// The newest first.
    public ObservableList<TimelineItem> found() {
        return found;
    }

    /// By which [#found] was found: the same messages may be found by other words.
    public ReadOnlyObjectProperty<SearchTerms> foundWords() {
        return foundWords.getReadOnlyProperty();
    }

    /// The place in [#found] of what was chosen last; [#NONE] for nothing.
    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /// Whether more was found than is listed.
    public ReadOnlyBooleanProperty hasMore() {
        return hasMore.getReadOnlyProperty();
    }

    /// Why nothing could be searched, as a sentence; empty where it could.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Chooses the one this many places further on, towards older ones; goes round at both ends.
    ///
    /// @return null where nothing was found, and until the answer to what was typed is here: what was found before is
    ///         none
    @Nullable
    public TimelineItem step(int places) {
        if (!searched || found.isEmpty()) return null;
        int from = current.get() == NONE && places < 0 ? 0 : current.get();
        return choose(Math.floorMod(from + places, found.size()));
    }

    /// Chooses what stands at this place of [#found].
    TimelineItem choose(int place) {
        current.set(place);
        return found.get(place);
    }

    /// What the timeline shows of this search; [SearchMarks#NONE] while nothing is typed.
    public SearchMarks marks() {
        if (question.filter().isEmpty()) return SearchMarks.NONE;
        int now = current.get();
        return new SearchMarks(SearchTerms.of(question.filter().words()),
                now == NONE ? null : found.get(now).position());
    }

    /// Whether what is found is shown: that of the words before stays until the answer to what is typed now is here, or
    /// all around it would move at each letter.
    public ReadOnlyBooleanProperty listed() {
        return listed.getReadOnlyProperty();
    }

    /// Searches this conversation from now on, for nothing yet.
    public void open(String conversation) {
        key = conversation;
        choices.authors().clear();
        clear();
        ask();
    }

    /// Searches for nothing, among everybody's of any day.
    public void clear() {
        choices.words().set("");
        choices.clear();
    }

    public SearchChoices choices() {
        return choices;
    }

    /// Reads the authors that can be chosen, once for each conversation.
    public void loadAuthors() {
        String of = key;
        if (!choices.authors().isEmpty() || of.isEmpty()) return;
        context.background().run(() -> chats.history().authors(of), all -> {
            if (of.equals(key)) choices.authors().setAll(all);
        }, _ -> {}); // the list stays empty; what is searched says what is wrong
    }

    private void ask() {
        var now = new Question(key, choices.filter());
        if (now.equals(question)) return;
        question = now;
        searched = false;
        current.set(NONE);
        if (now.filter().isEmpty()) {
            listed.set(false);
            found.clear();
        } else {
            refresh.changed();
        }
    }

    /// Something in this conversation is new: what was found may have other words now, or be gone. Any thread.
    public void conversationChanged(String conversation) {
        Question asked = question;
        if (asked.conversation().equals(conversation) && !asked.filter().isEmpty()) refresh.changed();
    }

    private Result search() {
        Question asked = question;
        if (asked.filter().isEmpty()) return new Result(asked, List.of(), false, "");
        try {
            Page page = chats.history().search(asked.conversation(), asked.filter(), FOUND_MAX);
            return new Result(asked, page.items().reversed(), !page.reachesStart(), "");
        } catch (CommandException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "searching a conversation", e);
            return new Result(asked, List.of(), false, ErrorMessages.sentence(context.language(), e));
        }
    }

    private void show(Result result) {
        if (!result.question().equals(question)) return;
        foundWords.set(SearchTerms.of(result.question().filter().words()));
        TimelinePosition chosen = current.get() == NONE ? null : found.get(current.get()).position();
        current.set(NONE);
        ListPatch.update(found, result.items(), TimelineItem::position);
        if (chosen != null) current.set(result.items().stream().map(TimelineItem::position).toList().indexOf(chosen));
        hasMore.set(result.hasMore());
        problem.set(result.problem());
        searched = !result.question().filter().isEmpty();
        listed.set(searched);
    }

    @Override
    public void close() {
        refresh.close();
    }
}
