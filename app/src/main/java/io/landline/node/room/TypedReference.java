package io.landline.node.room;

import static java.util.Objects.requireNonNull;

import io.landline.peer.Fingerprint;
import io.landline.room.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds what a typed name means: one rule for all commands (docs/command-line.md, "Commands"). The first digits of a
/// fingerprint or an id come before a name that looks like them, since others choose their names. A name in the same
/// case comes before one in another.
public final class TypedReference {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private TypedReference() {}

    /// Those of these people that are meant. None or several are for the caller to tell.
    public static List<Fingerprint> person(String typed, Collection<Fingerprint> people,
            Function<Fingerprint, String> name) {
        return of(typed, people, Fingerprint::hex, name);
    }

    /// The same of these people with their names.
    public static List<Fingerprint> person(String typed, Map<Fingerprint, String> people) {
        return person(typed, people.keySet(), peer -> requireNonNull(people.get(peer)));
    }

    /// As above, for other things that have an id.
    ///
    /// @param hex all digits, in small letters
    public static <T> List<T> of(String typed, Collection<T> all, Function<T, String> hex, Function<T, String> name) {
        if (typed.length() >= Fingerprint.PREFIX_DIGITS_MIN && typed.chars().allMatch(HexFormat::isHexDigit)) {
            String prefix = typed.toLowerCase(Locale.ROOT);
            List<T> byDigits = all.stream().filter(each -> hex.apply(each).startsWith(prefix)).toList();
            if (!byDigits.isEmpty()) return byDigits;
        }
        List<T> exactly = named(all, name, typed::equals);
        return exactly.isEmpty() ? named(all, name, typed::equalsIgnoreCase) : exactly;
    }

    /// The one of these people who is meant by a name that none of them has: it is a word of that person's name, as
    /// where an emoji or a surname was left out, or one letter off. Empty where nobody is, or several are.
    static Optional<Fingerprint> near(String typed, Map<Fingerprint, String> people) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        var namesakes = new HashMap<String, List<Fingerprint>>();
        people.forEach((peer, name) -> words(name)
                .forEach(word -> namesakes.computeIfAbsent(word, _ -> new ArrayList<>()).add(peer)));
        return (namesakes.containsKey(wanted)
                ? Optional.of(wanted)
                : Spelling.nearest(wanted, namesakes.keySet(), 1))
                .map(namesakes::get)
                .filter(meant -> meant.size() == 1)
                .map(List::getFirst);
    }

    /// Those of a name, and the whole name, in small letters.
    private static Set<String> words(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        var words = new LinkedHashSet<>(List.of(NO_LETTERS.split(small)));
        words.add(small);
        words.remove("");
        return words;
    }

    private static <T> List<T> named(Collection<T> all, Function<T, String> name, Predicate<String> wanted) {
        return all.stream().filter(each -> wanted.test(name.apply(each))).toList();
    }
}
