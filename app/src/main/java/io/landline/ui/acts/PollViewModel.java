package io.landline.ui.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.act.Poll;
import io.landline.language.Texts;
import io.landline.ui.acts.PollDrafts.Draft;
import io.landline.ui.control.FieldNote;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A poll while it is being written. There is always an empty field for one more option, up to the bound; empty ones
/// do not count. Confined to the JavaFX thread.
final class PollViewModel {
    /// What a form may begin with.
    enum Template { ROLL_CALL, HANDS_UP }

    private final PageContext context;
    private final Texts texts;
    private final String conversation;
    private final PollDrafts drafts;
    private final Runnable asked;
    private final StringProperty question = new SimpleStringProperty("");
    private final ObservableList<StringProperty> options = FXCollections.observableArrayList();
    private final BooleanProperty many = new SimpleBooleanProperty();
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyBooleanWrapper askable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper();
    private boolean working;

    /// @param drafts have what was begun here before, and keep what is typed until it is asked or cleared
    /// @param asked is run once the poll is on its way
    PollViewModel(PageContext context, String conversation, PollDrafts drafts, Runnable asked) {
        this.context = context;
        this.conversation = conversation;
        this.drafts = drafts;
        this.asked = asked;
        texts = context.texts(PollViewModel.class);
        Draft before = drafts.of(conversation);
        question.set(before.question());
        before.options().forEach(each -> options.add(option(each)));
        while (options.size() < Poll.OPTIONS_MIN) options.add(option(""));
        many.set(before.many());
        hidden.set(before.hidden());
        question.addListener(_ -> changed());
        many.addListener(_ -> changed());
        hidden.addListener(_ -> changed());
        changed();
    }

    private StringProperty option(String words) {
        var option = new SimpleStringProperty(words);
        option.addListener(_ -> changed());
        return option;
    }

    StringProperty question() {
        return question;
    }

    /// They come and go at the end alone.
    ObservableList<StringProperty> options() {
        return options;
    }

    /// Whether a person may choose several.
    BooleanProperty many() {
        return many;
    }

    /// Whether the result shows only at the end.
    BooleanProperty hidden() {
        return hidden;
    }

    /// What is missing or wrong.
    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    /// Whether there is anything to clear.
    ReadOnlyBooleanProperty begun() {
        return begun.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty askable() {
        return askable.getReadOnlyProperty();
    }

    /// Fills the form. What was typed in it goes.
    void begin(Template template) {
        question.set(texts.get("poll." + template + ".question"));
        List<String> words = texts.get("poll." + template + ".options").lines().toList();
        for (int i = 0; i < words.size(); i++) {
            if (i == options.size()) options.add(option(""));
            options.get(i).set(words.get(i));
        }
        for (int i = words.size(); i < options.size(); i++) options.get(i).set("");
        many.set(false);
        hidden.set(false);
    }

    /// Throws away what was typed.
    void clear() {
        question.set("");
        for (int i = options.size() - 1; i >= 0; i--) options.get(i).set("");
        many.set(false);
        hidden.set(false);
    }

    private Draft draft() {
        var words = new ArrayList<>(options.stream().map(StringProperty::get).toList());
        while (!words.isEmpty() && words.getLast().isBlank()) words.removeLast();
        return new Draft(question.get(), List.copyOf(words), many.get(), hidden.get());
    }

    private void changed() {
        fitOptions();
        Draft now = draft();
        drafts.keep(conversation, now);
        begun.set(!now.equals(Draft.NOTHING));
        List<String> filled = filled();
        note.set(note(filled));
        askable.set(!working && note.get().isNothing() && Poll.fits(question.get().strip(), filled));
    }

    private void fitOptions() {
        while (options.size() > Poll.OPTIONS_MIN && isEmpty(options.size() - 1) && isEmpty(options.size() - 2)) {
            options.removeLast();
        }
        boolean isFull = !options.isEmpty() && !isEmpty(options.size() - 1);
        if (isFull && options.size() < Poll.OPTIONS_MAX && options.size() >= Poll.OPTIONS_MIN) options.add(option(""));
    }

    private boolean isEmpty(int place) {
        return options.get(place).get().isBlank();
    }

    private List<String> filled() {
        return options.stream().map(each -> each.get().strip()).filter(each -> !each.isEmpty()).toList();
    }

    private FieldNote note(List<String> filled) {
        if (bytes(question.get().strip()) > Poll.QUESTION_BYTES_MAX) {
            return FieldNote.bad(texts.format("poll.long", Poll.QUESTION_BYTES_MAX));
        }
        for (int i = 0; i < options.size(); i++) {
            if (bytes(options.get(i).get().strip()) > Poll.OPTION_BYTES_MAX) {
                return FieldNote.bad(texts.format("poll.option.long", i + 1, Poll.OPTION_BYTES_MAX));
            }
        }
        if (Poll.repeats(filled)) return FieldNote.bad(texts.get("poll.option.twice"));
        boolean begun = !question.get().isBlank() || !filled.isEmpty();
        boolean isWhole = !question.get().isBlank() && filled.size() >= Poll.OPTIONS_MIN;
        if (begun && isWhole && !Poll.fits(question.get().strip(), filled)) {
            return FieldNote.bad(texts.get("poll.broken"));
        }
        return isWhole ? FieldNote.NOTHING : FieldNote.hint(texts.format("poll.needs", Poll.OPTIONS_MIN));
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    /// Asks everybody. What was typed stays where that fails.
    void ask() {
        if (!askable.get()) return;
        var poll = new Poll(question.get().strip(), filled(), many.get(), hidden.get());
        working = true;
        changed();
        context.background().run(() -> context.node().chats().acts().ask(conversation, poll), _ -> {
            drafts.keep(conversation, Draft.NOTHING);
            asked.run();
        }, why -> {
            working = false;
            changed();
            context.notices().problem(ErrorMessages.sentence(context.language(), why));
        });
    }
}
