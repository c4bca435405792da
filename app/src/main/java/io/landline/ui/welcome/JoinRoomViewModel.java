package io.landline.ui.welcome;

import io.landline.language.Texts;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.room.RoomKey;
import io.landline.ui.control.CheckedName;
import io.landline.ui.control.FieldNote;
import io.landline.ui.invitation.InvitationReader;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The room that is about to be joined: its name, its words as they are typed, and the rooms that others here are in.
/// JavaFX thread.
final class JoinRoomViewModel {
    /// More would be a list to search, not a suggestion.
    static final int ABOUT_MAX = 6;
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
    private final ObservableList<WordTip> tips = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final InvitationReader invitations = new InvitationReader();
    /// The unknown words that the person has said yes to, with all others of the key.
    private String acceptedWords = "";
    /// A name was offered once: one that the person took out stays out.
    private boolean named;

    /// A word that is not of the list, and the one of the list that was probably meant.
    record WordTip(String typed, String listed) {}

    JoinRoomViewModel(Texts texts) {
        this.texts = texts;
        name.subscribe(() -> checkName(false));
        words.subscribe(this::wordsTyped);
    }

    private void wordsTyped() {
        String found = fromInvitation(words.get());
        if (found != null) {
            words.set(found);
            return;
        }
        asking.set(false);
        say(false);
    }

    /// Takes the room's name out of an invitation or a link, and gives the words in it; null for any other text. A
    /// field asks before it takes the text: it cannot be changed while it changes.
    @Nullable
    String fromInvitation(String text) {
        InvitationReader.Found found = invitations.read(text);
        if (found == null) return null;
        name.set(found.room());
        return found.words();
    }

    private void say(boolean whole) {
        wordsNote.set(said(whole));
        List<WordTip> now = invitations.isBrokenLink(words.get())
                ? List.of()
                : unlisted(whole).stream()
                        .flatMap(word -> RoomKey.nearestListed(word).map(listed -> new WordTip(word, listed)).stream())
                        .limit(UNLISTED_MAX)
                        .toList();
        if (!tips.equals(now)) tips.setAll(now);
    }

    /// Words that may be meant by what is not of the list, in the order of the words.
    ObservableList<WordTip> tips() {
        return tips;
    }

    /// Takes the offered word in the place of the typed one.
    void take(WordTip tip) {
        List<String> all = new ArrayList<>(List.of(RoomKey.of(words.get()).words().split(" ")));
        all.replaceAll(word -> word.equals(tip.typed()) ? tip.listed() : word);
        words.set(String.join(" ", all));
        say(true);
    }

    /// Whether the person has to say that a word that is not of the list is meant so.
    ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /// The unknown words are meant so.
    void acceptWords() {
        acceptedWords = RoomKey.fits(words.get()) ? RoomKey.of(words.get()).words() : "";
        asking.set(false);
    }

    /// The words are those of somebody else's room of that name, or cannot be checked.
    void refused(String sentence) {
        tips.clear();
        wordsNote.set(FieldNote.bad(sentence));
    }

    StringProperty name() {
        return name;
    }

    StringProperty words() {
        return words;
    }

    ReadOnlyObjectProperty<FieldNote> nameNote() {
        return nameNote.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> wordsNote() {
        return wordsNote.getReadOnlyProperty();
    }

    /// The fullest first, at most [#ABOUT_MAX]; those with a key.
    ObservableList<RoomAbout> about() {
        return about;
    }

    /// The keyboard left the words: the last one is whole now.
    void wordsLeft() {
        if (wordsNote.get().kind() != FieldNote.Kind.BAD) say(true);
    }

    void show(List<RoomAbout> rooms) {
        suggest(about, rooms.stream().filter(room -> !room.open()).toList());
        if (about.size() == 1 && name.get().isEmpty() && !named) name.set(about.getFirst().name());
        named |= !about.isEmpty();
    }

    /// Changes nothing where nothing changed: a button that is made anew loses the keyboard.
    static void suggest(ObservableList<RoomAbout> shown, List<RoomAbout> rooms) {
        List<RoomAbout> offered = rooms.stream().limit(ABOUT_MAX).toList();
        if (!shown.equals(offered)) shown.setAll(offered);
    }

    boolean isBegun() {
        return !name.get().isEmpty() || !words.get().isEmpty();
    }

    boolean checkName(boolean asked) {
        CheckedName typed = CheckedName.ofRoom(name.get());
        nameNote.set(typed.note(asked, texts.get("room.empty"), texts.get("room.long")));
        return typed.fits();
    }

    /// Whether these words may be tried. The first time words that are not of the list may not: it is asked whether
    /// they are meant so.
    boolean checkWords() {
        if (invitations.isBrokenLink(words.get())) {
            wordsNote.set(FieldNote.bad(texts.get("words.link")));
            return false;
        }
        if (!RoomKey.fits(words.get())) {
            wordsNote.set(FieldNote.bad(texts.get(words.get().isBlank() ? "words.empty" : "words.malformed")));
            return false;
        }
        say(true);
        RoomKey key = RoomKey.of(words.get());
        boolean known = key.unlistedWords().isEmpty() || key.words().equals(acceptedWords);
        asking.set(!known);
        return known;
    }

    /// Words that are not of the list; the last one may still be under way.
    private List<String> unlisted(boolean whole) {
        String typed = words.get();
        if (!RoomKey.fits(typed)) return List.of();
        RoomKey key = RoomKey.of(typed);
        boolean lastIsWhole = whole || typed.endsWith(" ") || typed.endsWith("-");
        List<String> all = List.of(key.words().split(" "));
        return key.unlistedWords().stream().filter(word -> lastIsWhole || !word.equals(all.getLast())).toList();
    }

    /// What is to say about the words so far; the last one may still be under way. A hint only: a key may be anything.
    private FieldNote said(boolean whole) {
        String typed = words.get();
        if (typed.isBlank()) return FieldNote.NOTHING;
        if (invitations.isBrokenLink(typed)) return FieldNote.bad(texts.get("words.link"));
        if (!RoomKey.fits(typed)) return FieldNote.bad(texts.get("words.malformed"));
        RoomKey key = RoomKey.of(typed);
        List<String> unlisted = unlisted(whole);
        if (!unlisted.isEmpty()) return unlisted(unlisted, whole && key.isWeak());
        if (!key.isWeak()) {
            return key.unlistedWords().isEmpty() ? FieldNote.good(texts.get("words.listed")) : FieldNote.NOTHING;
        }
        int count = key.words().split(" ").length;
        if (key.unlistedWords().isEmpty() && count < RoomKey.GENERATED_WORDS) {
            return FieldNote.hint(texts.format("words.fewer", count, RoomKey.GENERATED_WORDS));
        }
        return whole ? FieldNote.warning(texts.get("words.weak")) : FieldNote.NOTHING;
    }

    private FieldNote unlisted(List<String> words, boolean weak) {
        String shown = texts.list(words.stream()
                .limit(UNLISTED_MAX)
                .map(word -> texts.format("words.quoted", PeerText.line(PeerText.shortened(word, WORD_CHARACTERS_MAX))))
                .toList());
        String sentence = texts.format("words.unlisted", shown, Math.min(words.size(), UNLISTED_MAX));
        return weak ? FieldNote.warning(sentence + " " + texts.get("words.weak")) : FieldNote.hint(sentence);
    }
}
