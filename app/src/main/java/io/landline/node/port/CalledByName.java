package io.landline.node.port;

import io.landline.chat.act.Mentions;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The people whom a text calls: whose name stands in it behind an `@`, in any case. Letters between backticks call
/// nobody, and neither does a name that several people have. Immutable; any thread.
public final class CalledByName {
    private final Map<String, Set<Fingerprint>> people = new HashMap<>();
    /// The longest first: `@Ann Lee` is not Ann.
    private final List<String> names;

    public CalledByName(Map<Fingerprint, String> members) {
        members.forEach((peer, name) -> {
            if (!name.isBlank()) people.computeIfAbsent(folded(name.strip()), _ -> new HashSet<>()).add(peer);
        });
        names = new ArrayList<>(people.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed());
    }

    /// At most [Mentions#MAX].
    public Set<Fingerprint> in(String text) {
        String all = folded(text);
        var called = new LinkedHashSet<Fingerprint>();
        boolean isCode = false;
        for (int at = 0; at < all.length() && called.size() < Mentions.MAX; at++) {
            if (all.charAt(at) == '`') isCode = !isCode;
            boolean begins = all.charAt(at) == '@' && (at == 0 || !Character.isLetterOrDigit(all.codePointBefore(at)));
            if (isCode || !begins) continue;
            for (String name : names) {
                int end = at + 1 + name.length();
                if (!all.startsWith(name, at + 1)) continue;
                if (end < all.length() && Character.isLetterOrDigit(all.codePointAt(end))) continue;
                Set<Fingerprint> meant = people.getOrDefault(name, Set.of());
                if (meant.size() == 1) called.addAll(meant);
                break;
            }
        }
        return called;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
