package io.landline.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A link with a room's name and its words: `landline:join?room=<percent-encoded>&words=a-b-c-d[&by=<fingerprint>]`
/// (docs/adr/0028). It only fills in a form; a person presses *Join*. Immutable; any thread.
///
/// @param words as a person would type them
/// @param by the peer who made it; null where it names none
public record JoinLink(RoomName room, RoomKey words, @Nullable Fingerprint by) {
    /// In bytes: a QR code of this many can still be read off a projector.
    public static final int MAX_BYTES = 512;
    /// What it begins with, in lower case.
    public static final String SCHEME = "landline:";

    private static final String PREFIX = SCHEME + "join?";

    /// Reads a link. Empty for anything else: a longer text, an unknown parameter, one that stands there twice.
    public static Optional<JoinLink> parse(String text) {
        if (text.length() > MAX_BYTES || text.getBytes(UTF_8).length > MAX_BYTES) return Optional.empty();
        if (!text.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) return Optional.empty();
        try {
            return of(parameters(text.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (String each : query.split("&", -1)) {
            int sign = each.indexOf('=');
            if (sign < 0) throw new IllegalArgumentException("a parameter without a value");
            String before = parameters.put(each.substring(0, sign), decoded(each.substring(sign + 1)));
            if (before != null) throw new IllegalArgumentException("a parameter twice");
        }
        return parameters;
    }

    private static Optional<JoinLink> of(Map<String, String> parameters) {
        String room = parameters.remove("room");
        String words = parameters.remove("words");
        String by = parameters.remove("by");
        if (room == null || words == null || !parameters.isEmpty()) return Optional.empty();
        if (!RoomName.fits(room) || !RoomKey.fits(words)) return Optional.empty();
        if (by != null && !Fingerprint.isWhole(by)) return Optional.empty();
        return Optional.of(
                new JoinLink(new RoomName(room), RoomKey.of(words), by == null ? null : Fingerprint.parse(by)));
    }

    /// The link as text; empty where the words are too long for one.
    public Optional<String> text() {
        String text = PREFIX + "room=" + encoded(room.value()) + "&words=" + encoded(words.words().replace(' ', '-'))
                + (by == null ? "" : "&by=" + by.hex());
        return text.length() <= MAX_BYTES ? Optional.of(text) : Optional.empty();
    }

    /// As RFC 3986 has it: a blank is no plus.
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        String decoded = URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        if (decoded.indexOf('\uFFFD') >= 0) throw new IllegalArgumentException("no UTF-8");
        return decoded;
    }

    /// Shows no words: it may end in a log.
    @Override
    public String toString() {
        return "link to #" + room.value();
    }
}
