package io.landline.ui.invitation;

import io.landline.language.Language;
import io.landline.room.JoinLink;
import io.landline.room.RoomKey;
import io.landline.ui.control.CheckedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what somebody pasted: the sentence that [Invitation] makes, in any of the window's languages, or a link.
/// Immutable; any thread.
public final class InvitationReader {
    /// What a paste may hold before and after the invitation, in characters: a whole message.
    private static final int TEXT_MAX = 4_096;
    private static final String ROOM = "\u0001";
    private static final String WORDS = "\u0002";
    private static final String SPACES = "[\\s\\p{Z}]*";
    /// Programs by which a sentence is sent like to change its quotes.
    private static final String QUOTE = "[\"\u201c\u201d\u201e\u00ab\u00bb]";
    private static final Pattern LINK = Pattern.compile(JoinLink.SCHEME + "\\S+", Pattern.CASE_INSENSITIVE);

    private final List<Pattern> sentences = new ArrayList<>();

    /// What an invitation says.
    public record Found(String room, String words) {}

    public InvitationReader() {
        for (Language language : Language.values()) {
            sentences.add(pattern(new Invitation(language).withWords(ROOM, WORDS)));
        }
    }

    private static Pattern pattern(String sentence) {
        var pattern = new StringBuilder();
        sentence.codePoints().forEach(c -> {
            String text = Character.toString(c);
            if (text.equals(ROOM) || text.equals(WORDS)) {
                pattern.append("(.+)");
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                pattern.append(SPACES);
            } else {
                pattern.append(text.matches(QUOTE) ? QUOTE : Pattern.quote(text));
            }
        });
        return Pattern.compile(pattern.toString());
    }

    /// Whether the link in this text is broken: cut off, or with characters that no link has.
    public boolean isBrokenLink(String text) {
        Matcher link = LINK.matcher(text);
        return link.find() && JoinLink.parse(link.group()).isEmpty();
    }

    /// The invitation in this text; null where there is none.
    public @Nullable Found read(String text) {
        if (text.length() > TEXT_MAX) return null;
        Matcher link = LINK.matcher(text);
        if (link.find()) {
            return JoinLink.parse(link.group())
                    .map(found -> new Found(found.room().value(), found.words().words()))
                    .orElse(null);
        }
        for (Pattern sentence : sentences) {
            Matcher matcher = sentence.matcher(text);
            if (!matcher.find()) continue;
            CheckedName room = CheckedName.ofRoom(matcher.group(1));
            String words = matcher.group(2).strip();
            if (room.fits() && RoomKey.fits(words)) return new Found(room.value(), words);
        }
        return null;
    }
}
