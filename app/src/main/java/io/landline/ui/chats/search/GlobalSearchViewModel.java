package io.landline.ui.chats.search;

import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.FoundPage;
import io.landline.node.port.CommandException;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.SearchTerms;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/// Searches the messages of all conversations while a person types in the field of the list. One search is under way at
/// a time, and only the answer to what is typed now is shown. Confined to the JavaFX thread.
public final class GlobalSearchViewModel implements AutoCloseable {
    /// The newest found; for older ones, type one more word.
    public static final int FOUND_MAX = 200;
    /// A single letter begins words of nearly every message.
    static final int CHARACTERS_MIN = 2;
    private static final System.Logger LOG = System.getLogger(GlobalSearchViewModel.class.getName());

    private final Chats chats;
    private final ReadOnlyObjectWrapper<FoundMessages> found = new ReadOnlyObjectWrapper<>(FoundMessages.NONE);
    private final Refresh<Result> refresh;
    private final SearchChoices choices = new SearchChoices();
    private final PageContext context;
    private volatile Filter question = Filter.words("");

    private record Result(Filter question, FoundMessages found) {}

    public GlobalSearchViewModel(PageContext context) {
        this.context = context;
        chats = context.node().chats();
        refresh = new Refresh<>(context.background(), this::search, this::show);
        choices.onChange(this::ask);
    }

    /// What was typed: it finds names too.
    public StringProperty words() {
        return choices.words();
    }

    /// What the messages have of what is typed. While they are searched, what they have of the words before: the rows
    /// would go and come back at each letter.
    public ReadOnlyObjectProperty<FoundMessages> found() {
        return found.getReadOnlyProperty();
    }

    /// Which of them are wanted.
    public SearchChoices choices() {
        return choices;
    }

    /// Loads the authors to choose from, once.
    public void loadAuthors() {
        if (!choices.authors().isEmpty()) return;
        context.background().run(() -> chats.history().authors(), choices.authors()::setAll, _ -> {});
    }

    private void ask() {
        if (choices.words().get().isEmpty()) {
            choices.clear();
            choices.authors().clear();
        }
        Filter asked = choices.filter();
        if (asked.equals(question)) return;
        question = asked;
        if (isEnough(asked.words())) {
            found.set(found.get().untilTheAnswer());
            refresh.changed();
        } else {
            found.set(FoundMessages.NONE);
        }
    }

    /// Something in a conversation is new: what was found may have other words now, or be gone. Any thread.
    public void changed() {
        if (isEnough(question.words())) refresh.changed();
    }

    public static boolean isEnough(String asked) {
        return asked.codePointCount(0, asked.length()) >= CHARACTERS_MIN && !SearchTerms.of(asked).isEmpty();
    }

    private Result search() {
        Filter asked = question;
        if (!isEnough(asked.words())) return new Result(asked, FoundMessages.NONE);
        SearchTerms words = SearchTerms.of(asked.words());
        try {
            FoundPage page = chats.searchAll(asked, FOUND_MAX);
            return new Result(asked, new FoundMessages(words, page.found(), page.hasMore()));
        } catch (CommandException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "searching all conversations", e);
            return new Result(asked, FoundMessages.failed(words, ErrorMessages.sentence(context.language(), e)));
        }
    }

    private void show(Result result) {
        if (result.question().equals(question)) found.set(result.found());
    }

    @Override
    public void close() {
        refresh.close();
    }
}
