package io.landline.ui.welcome;

import io.landline.node.Contacts.RoomAbout;
import io.landline.room.RoomKey;
import io.landline.ui.control.FieldNote;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The room that is about to be joined: its name, its words as they are typed, and the rooms that others here are in.
/// JavaFX thread.
public final class JoinRoomViewModel {
    /// More would be a list to search, not a suggestion.
    public static final int ABOUT_MAX = 6;
    /// Nobody would read more.
    private static final int UNLISTED_MAX = 3;
    /// As people count them: a longer one is no word.
    private static final int WORD_CHARACTERS_MAX = 24;

    private final Texts texts;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldNote> nameNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyObjectWrapper<FieldNote> wordsNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ObservableList<RoomAbout> about = FXCollections.observableArrayList();

    JoinRoomViewModel(Texts texts) {
        this.texts = texts;
        name.subscribe(() -> checkName(false));
        words.subscribe(() -> wordsNote.set(said(false)));
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty words() {
        return words;
    }

    public ReadOnlyObjectProperty<FieldNote> nameNote() {
        return nameNote.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldNote> wordsNote() {
        return wordsNote.getReadOnlyProperty();
    }

    /// The fullest first, at most [#ABOUT_MAX]; those with a key.
    public ObservableList<RoomAbout> about() {
        return about;
    }

    /// The keyboard left the words: the last one is whole now.
    public void wordsLeft() {
        wordsNote.set(said(true));
    }

    void show(List<RoomAbout> rooms) {
        suggest(about, rooms.stream().filter(room -> !room.open()).toList());
    }

    /// Changes nothing where nothing changed: a button that is made anew loses the keyboard.
    static void suggest(ObservableList<RoomAbout> shown, List<RoomAbout> rooms) {
        List<RoomAbout> offered = rooms.stream().limit(ABOUT_MAX).toList();
        if (!shown.equals(offered)) shown.setAll(offered);
    }

    boolean checkName(boolean asked) {
        TypedName typed = TypedName.ofRoom(name.get());
        nameNote.set(switch (typed.problem()) {
            case NONE -> FieldNote.NOTHING;
            case EMPTY -> asked ? FieldNote.bad(texts.get("room.empty")) : FieldNote.NOTHING;
            case TOO_LONG -> FieldNote.bad(texts.get("room.long"));
        });
        return typed.fits();
    }

    boolean checkWords() {
        boolean fits = RoomKey.fits(words.get());
        String problem = words.get().isBlank() ? texts.get("words.empty") : texts.get("words.malformed");
        wordsNote.set(fits ? said(true) : FieldNote.bad(problem));
        return fits;
    }

    /// What is to say about the words so far; the last one may still be under way. A hint only: a key may be anything.
    private FieldNote said(boolean whole) {
        String typed = words.get();
        if (typed.isBlank()) return FieldNote.NOTHING;
        if (!RoomKey.fits(typed)) return FieldNote.bad(texts.get("words.malformed"));
        RoomKey key = RoomKey.of(typed);
        boolean lastIsWhole = whole || typed.endsWith(" ") || typed.endsWith("-");
        List<String> all = List.of(key.words().split(" "));
        List<String> unlisted = key.unlistedWords()
                .stream()
                .filter(word -> lastIsWhole || !word.equals(all.getLast()))
                .toList();
        if (!unlisted.isEmpty()) return unlisted(unlisted, whole && key.isWeak());
        if (!key.isWeak()) {
            return key.unlistedWords().isEmpty() ? FieldNote.good(texts.get("words.listed")) : FieldNote.NOTHING;
        }
        if (key.unlistedWords().isEmpty()) {
            return FieldNote.hint(texts.format("words.fewer", all.size(), RoomKey.GENERATED_WORDS));
        }
        return whole ? FieldNote.warning(texts.get("words.weak")) : FieldNote.NOTHING;
    }

    private FieldNote unlisted(List<String> words, boolean weak) {
        String shown = String.join(", ", words.stream()
                .limit(UNLISTED_MAX)
                .map(word -> texts.format("words.quoted", PeerText.line(PeerText.shortened(word, WORD_CHARACTERS_MAX))))
                .toList());
        String sentence = texts.format("words.unlisted", shown, Math.min(words.size(), UNLISTED_MAX));
        return weak ? FieldNote.warning(sentence + " " + texts.get("words.weak")) : FieldNote.hint(sentence);
    }
}
