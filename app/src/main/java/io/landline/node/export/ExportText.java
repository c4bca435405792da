package io.landline.node.export;

import io.landline.node.export.ExportDocument.Head;
import io.landline.node.port.ChatHistory.Words;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.peer.PeerName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// People's texts made safe for documents that people read: nothing in them steers a terminal, a line, or the direction
/// of what stands beside them. Stateless.
final class ExportText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n\\u2028\\u2029]");
    private static final int LEFT_TO_RIGHT_MARK = 0x200e;
    private static final int RIGHT_TO_LEFT_MARK = 0x200f;
    private static final int ARABIC_LETTER_MARK = 0x061c;
    private static final int FIRST_EMBEDDING = 0x202a;
    private static final int LAST_OVERRIDE = 0x202e;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;

    private ExportText() {}

    /// Whether the number of people for each option is known: it is hidden until some polls are closed.
    static boolean tells(PollItem poll) {
        return poll.closed() || !poll.hidden();
    }

    /// What stands between a word and what is said of it. French has a narrow space before it.
    static String colon(Words words) {
        return isFrench(words) ? "\u202f: " : ": ";
    }

    /// How much somebody offers.
    static String files(Offer offer, Words words) {
        String bytes = isFrench(words) ? "\u202fo" : " B";
        return words.files() + colon(words) + offer.files() + ", " + offer.bytes() + bytes;
    }

    private static boolean isFrench(Words words) {
        return Locale.forLanguageTag(words.language()).getLanguage().equals("fr");
    }

    /// A text of several lines, with controls as `\x1b`.
    static List<String> lines(String text) {
        return LINE_END.splitAsStream(text).map(line -> visible(line, false)).toList();
    }

    /// The title of the conversation: a person's as [#person]. A room may have any sign in its name.
    static String title(Head head) {
        return head.conversation().startsWith("#") ? name(head.title()) : person(head.title());
    }

    /// What somebody is called, as part of a line ([PeerName#marked]).
    static String person(String name) {
        return name(PeerName.marked(name));
    }

    /// A name, as part of a line.
    static String name(String text) {
        return visible(text, true);
    }

    /// @param directions whether marks of direction are made visible too
    private static String visible(String text, boolean directions) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            boolean isControl = Character.isISOControl(each) && each != '\t';
            if (isControl) {
                out.append(String.format("\\x%02x", each));
            } else if (directions && (isDirection(each) || isLineEnd(each))) {
                out.append(String.format("\\u%04x", each));
            } else {
                out.appendCodePoint(each);
            }
        });
        return out.toString();
    }

    private static boolean isLineEnd(int each) {
        return Character.getType(each) == Character.LINE_SEPARATOR
                || Character.getType(each) == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isDirection(int each) {
        return each == LEFT_TO_RIGHT_MARK || each == RIGHT_TO_LEFT_MARK || each == ARABIC_LETTER_MARK
                || FIRST_EMBEDDING <= each && each <= LAST_OVERRIDE || FIRST_ISOLATE <= each && each <= LAST_ISOLATE;
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
