package io.landline.node.port;

import io.landline.chat.act.Mentions;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds the people that a text mentions: an `@` and their name behind it, in any case. Nobody is mentioned in code, in
/// the address of a link, or by a name that several people have. The window and the command line ask the same.
/// Immutable; any thread.
public final class CalledByName {
    private static final char CODE = '`';
    /// Backticks that begin a block of code, which may have several lines.
    private static final int FENCE_MIN = 3;

    private final Map<String, Set<Fingerprint>> people = new HashMap<>();
    /// The longest first: `@Ann Lee` is not Ann.
    private final List<String> names;
    private final Set<Fingerprint> chosen;

    public CalledByName(Map<Fingerprint, String> members) { this(members, Set.of()); }

    /// @param chosen who is meant by a name that several people have
    public CalledByName(Map<Fingerprint, String> members, Collection<Fingerprint> chosen) {
        members.forEach((peer, name) -> {
            if (!name.isBlank()) people.computeIfAbsent(folded(name.strip()), _ -> new HashSet<>()).add(peer);
        });
        names = new ArrayList<>(people.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed());
        this.chosen = Set.copyOf(chosen);
    }

    /// At most [Mentions#MAX].
    public Set<Fingerprint> in(String text) {
        String all = folded(text);
        var called = new LinkedHashSet<Fingerprint>();
        for (int at = 0; at < all.length() && called.size() < Mentions.MAX;) {
            if (all.charAt(at) == CODE) {
                at = behindCode(all, at);
                continue;
            }
            if (all.charAt(at) == '@' && mayBegin(all, at)) add(all, at + 1, called);
            at++;
        }
        return called;
    }

    private static boolean mayBegin(String all, int at) {
        if (at == 0) return true;
        int before = all.codePointBefore(at);
        return !Character.isLetterOrDigit(before) && before != '/';
    }

    private void add(String all, int at, Set<Fingerprint> called) {
        for (String name : names) {
            int end = at + name.length();
            if (!all.startsWith(name, at)) continue;
            if (end < all.length() && Character.isLetterOrDigit(all.codePointAt(end))) continue;
            Set<Fingerprint> meant = people.getOrDefault(name, Set.of());
            if (meant.size() == 1) {
                called.addAll(meant);
            } else {
                meant.stream().filter(chosen::contains).forEach(called::add);
            }
            return;
        }
    }

    /// Behind the code that these backticks begin; behind the backticks alone where nothing ends it.
    private static int behindCode(String all, int at) {
        int length = backticks(all, at);
        int behind = at + length;
        boolean isLetter = at > 0 && all.charAt(at - 1) == '\\';
        int lineEnd = all.indexOf('\n', at);
        int end = length >= FENCE_MIN || lineEnd < 0 ? all.length() : lineEnd;
        for (int next = isLetter ? end : behind; next < end; next++) {
            if (all.charAt(next) != CODE) continue;
            int closing = backticks(all, next);
            if (closing == length) return next + closing;
            next += closing - 1;
        }
        return behind;
    }

    private static int backticks(String all, int at) {
        int behind = at;
        while (behind < all.length() && all.charAt(behind) == CODE) behind++;
        return behind - at;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
