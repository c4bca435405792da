package io.landline.ui.welcome;

import io.landline.language.Texts;
import io.landline.ui.control.CheckedName;
import io.landline.ui.control.FieldNote;
import io.landline.ui.invitation.Invitation;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The room that is about to be created: its name and its words. JavaFX thread.
final class NewRoomViewModel {
    private final PageContext context;
    private final Texts texts;
    private final Invitation invitation;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    NewRoomViewModel(PageContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        invitation = new Invitation(context.language());
        name.subscribe(() -> check(false));
    }

    /// @param itsWords empty for ones that are not known yet
    void begin(String itsName, String itsWords) {
        name.set(itsName);
        if (itsWords.isEmpty()) {
            otherWords();
        } else {
            words.set(itsWords);
        }
    }

    StringProperty name() {
        return name;
    }

    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    /// Four, with blanks between; empty until they are there.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    void otherWords() {
        context.background()
                .run(context.node().rooms()::suggestKey, words::set,
                        e -> note.set(FieldNote.bad(ErrorMessages.sentence(context.language(), e))));
    }

    /// What is read aloud, with an ellipsis for what is not known yet.
    StringBinding aloud() {
        return Bindings.createStringBinding(
                () -> invitation.withWords(PeerText.line(orDots(cleaned().value())), orDots(words.get())), name, words);
    }

    /// Whether others can be invited: by that name and with these words the room can be made.
    BooleanBinding inviting() {
        return Bindings.createBooleanBinding(() -> cleaned().fits() && !words.get().isEmpty(), name, words);
    }

    /// What is copied: the same, as it is.
    String invitation() {
        return invitationTo(cleaned().value(), words.get());
    }

    String invitationTo(String room, String itsWords) {
        return invitation.withWords(room, itsWords);
    }

    CheckedName cleaned() {
        return CheckedName.ofRoom(name.get());
    }

    /// @param asked an empty field is wrong only once somebody wants to go on with it
    boolean check(boolean asked) {
        CheckedName typed = cleaned();
        note.set(typed.note(asked, texts.get("room.empty"), texts.get("room.long")));
        return typed.fits();
    }

    private static String orDots(String text) {
        return text.isEmpty() ? "…" : text;
    }
}
