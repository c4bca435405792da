package io.landline.settings;

import io.landline.peer.PeerName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The display name that is suggested to a new user.
public final class DefaultName {
    /// Accounts that many computers have, which say nothing of the person at this one.
    private static final Set<String> NOBODY = Set.of("", "?", "root", "admin", "administrator", "user", "users",
            "guest", "student", "teacher", "pi", "ubuntu", "debian", "fedora", "nobody", "owner", "home", "pc", "test",
            "default");
    private static final Set<String> NO_HOST = Set.of("", "localhost", "localhost.localdomain", "(none)");
    private static final Pattern SEPARATORS = Pattern.compile("[._]+");
    private static final String LAST_RESORT = "Landline";

    private DefaultName() {}

    /// A name made of what the system calls its user (`max.mustermann`: Max Mustermann), or, where that says nothing of
    /// a person (`root`, `pi`), of its host.
    public static PeerName suggest(String userName, String hostName) {
        String user = userName.substring(userName.lastIndexOf('\\') + 1).strip(); // Windows: DOMAIN\max
        if (!NOBODY.contains(user.toLowerCase(Locale.ROOT))) return PeerName.lenient(capitalised(user), host(hostName));
        return new PeerName(host(hostName));
    }

    /// The suggestion for the user of this process.
    public static PeerName suggest() {
        return suggest(System.getProperty("user.name", ""), LocalHost.read().name());
    }

    private static String host(String hostName) {
        if (NO_HOST.contains(hostName.toLowerCase(Locale.ROOT))) return LAST_RESORT;
        int dot = hostName.indexOf('.');
        return PeerName.lenient(dot > 0 ? hostName.substring(0, dot) : hostName, LAST_RESORT).value();
    }

    /// `max.mustermann` becomes `Max Mustermann`; a name that has capitals already keeps its own.
    private static String capitalised(String user) {
        String words = SEPARATORS.matcher(user).replaceAll(" ").strip();
        if (!words.equals(words.toLowerCase(Locale.ROOT))) return words;
        var out = new StringBuilder();
        boolean first = true;
        for (int c : words.codePoints().toArray()) {
            out.appendCodePoint(first ? Character.toTitleCase(c) : c);
            first = Character.isWhitespace(c) || c == '-';
        }
        return out.toString();
    }
}
