package io.landline.node.room;

import static java.util.Objects.requireNonNull;

import io.landline.peer.Fingerprint;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Finds what a typed name means: one rule for all commands (docs/command-line.md, "Commands"). The first digits of a
/// fingerprint or an id come before a name that looks like them, since others choose their names. A name in the same
/// case comes before one in another.
public final class TypedReference {
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

    /// The same of other things that have an id.
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

    private static <T> List<T> named(Collection<T> all, Function<T, String> name, Predicate<String> wanted) {
        return all.stream().filter(each -> wanted.test(name.apply(each))).toList();
    }
}
