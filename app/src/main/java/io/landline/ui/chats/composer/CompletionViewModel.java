package io.landline.ui.chats.composer;

import io.landline.node.port.Contacts.Contact;
import io.landline.settings.LookSettings;
import io.landline.ui.emoji.EmojiNames;
import io.landline.ui.emoji.EmojiNames.Named;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What may stand in the place of what is being typed: members behind an `@`, emoji behind a `:`. Nothing is chosen
/// until a person chooses it, or closes the name of an emoji with a second colon. Confined to the JavaFX thread.
public final class CompletionViewModel {
    /// As many as stand above the field of a small window without covering what is answered.
    static final int OFFERS_MAX = 6;
    /// One letter behind a colon is a face more often than a name: `:D`, `:P`.
    static final int EMOJI_LETTERS_MIN = 2;
    /// No name is longer.
    static final int LETTERS_MAX = 64;
    private static final char CALL = '@';
    private static final char EMOJI = ':';
    private static final int NONE = -1;

    /// What is offered.
    sealed interface Offer {
        /// What stands in the text then.
        String letters();

        /// @param ambiguous whether another member has this name too
        record Name(Contact contact, boolean ambiguous) implements Offer {
            @Override
            public String letters() {
                return CALL + contact.name();
            }
        }

        record Picture(Named emoji) implements Offer {
            @Override
            public String letters() {
                return emoji.emoji().characters();
            }
        }
    }

    /// @param start of what would be replaced, in UTF-16 units; it ends at the caret
    /// @param chosen the place of one of the offers; below zero for none
    record Offers(int start, int end, List<Offer> all, int chosen) {
        @Nullable
        Offer chosenOne() {
            return chosen < 0 ? null : all.get(chosen);
        }
    }

    /// What takes the place of what was typed.
    record Taken(int start, int end, String letters) {}

    private final MentionCandidates callees;
    private final Supplier<EmojiNames> names;
    private final ObjectProperty<LookSettings> look;
    private final ReadOnlyObjectWrapper<@Nullable Offers> offers = new ReadOnlyObjectWrapper<>();
    private @Nullable EmojiNames read;
    /// Where the sign stands of which nothing more is wanted.
    private int refused = NONE;

    /// @param names asked for once, when they are needed first: reading them takes a moment
    /// @param look has the emoji used last
    public CompletionViewModel(MentionCandidates callees, Supplier<EmojiNames> names,
            ObjectProperty<LookSettings> look) {
        this.callees = callees;
        this.names = names;
        this.look = look;
    }

    /// Null for nothing.
    ReadOnlyObjectProperty<@Nullable Offers> offers() {
        return offers.getReadOnlyProperty();
    }

    /// The text or the place of the caret has changed.
    void typed(String text, int caret) {
        int sign = sign(text, caret);
        if (sign != refused) refused = NONE;
        if (sign < 0 || sign == refused) {
            offers.set(null);
            return;
        }
        List<Offer> found = find(text.charAt(sign), text.substring(sign + 1, caret));
        offers.set(found.isEmpty() ? null : new Offers(sign, caret, found, NONE));
    }

    /// The place of the sign before the caret that begins a word; below zero for none.
    private static int sign(String text, int caret) {
        for (int at = caret - 1; at >= Math.max(0, caret - LETTERS_MAX); at--) {
            char c = text.charAt(at);
            if (c == '\n') return NONE;
            boolean isSign = c == CALL || c == EMOJI;
            if (isSign && (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)))) return at;
        }
        return NONE;
    }

    private List<Offer> find(char sign, String begun) {
        if (sign == CALL) {
            if (begun.startsWith(" ")) return List.of();
            return callees.find(begun)
                    .stream()
                    .limit(OFFERS_MAX)
                    .<Offer>map(each -> new Offer.Name(each, callees.isAmbiguous(each)))
                    .toList();
        }
        boolean isName = begun.length() >= EMOJI_LETTERS_MIN
                && begun.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        if (!isName) return List.of();
        Named called = names().called(begun); // that which a colon behind it would put there
        return Stream.concat(Stream.ofNullable(called), names().find(begun).stream())
                .distinct()
                .limit(OFFERS_MAX)
                .<Offer>map(Offer.Picture::new)
                .toList();
    }

    private EmojiNames names() {
        EmojiNames all = read;
        if (all == null) {
            all = names.get();
            read = all;
        }
        return all;
    }

    /// A person types the colon that closes a name, as in `:smile:`. The emoji of that name takes the place of it all.
    ///
    /// @param caret where the colon comes to stand
    /// @return null where the letters before it are no whole name, are code, or were refused
    @Nullable
    Taken close(String text, int caret) {
        int sign = ClosedName.signOf(text, caret);
        if (sign < 0 || sign == refused) return null;
        Named called = names().called(text.substring(sign + 1, caret));
        if (called == null) return null;
        String letters = called.emoji().characters();
        look.set(look.get().withUsed(letters));
        return new Taken(sign, caret + 1, letters);
    }

    /// Chooses the next one: 1 is below, -1 above; the first follows after the last. False where nothing is offered.
    boolean step(int direction) {
        Offers now = offers.get();
        if (now == null) return false;
        int from = now.chosen() < 0 && direction < 0 ? now.all().size() : now.chosen();
        choose(Math.floorMod(from + direction, now.all().size()));
        return true;
    }

    void choose(int place) {
        Offers now = offers.get();
        if (now != null) offers.set(new Offers(now.start(), now.end(), now.all(), place));
    }

    /// What the chosen one puts into the text; null where none is chosen.
    @Nullable
    Taken take() {
        Offers now = offers.get();
        Offer one = now == null ? null : now.chosenOne();
        if (now == null || one == null) return null;
        String letters = switch (one) {
            case Offer.Name name -> {
                callees.choose(name.contact());
                yield name.letters() + " ";
            }
            case Offer.Picture picture -> {
                look.set(look.get().withUsed(picture.letters()));
                yield picture.letters();
            }
        };
        refuse();
        return new Taken(now.start(), now.end(), letters);
    }

    /// As [#take], of the first one where none is chosen.
    @Nullable
    Taken takeFirst() {
        Offers now = offers.get();
        if (now != null && now.chosen() < 0) choose(0);
        return take();
    }

    /// Nothing is wanted here; false where nothing is offered.
    boolean refuse() {
        Offers now = offers.get();
        if (now == null) return false;
        refused = now.start();
        offers.set(null);
        return true;
    }

    /// The field is left.
    void close() {
        offers.set(null);
    }
}
