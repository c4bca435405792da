package io.landline.filetransfer.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.InvisibleCharacters;
import io.landline.peer.Sha256;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns what a peer wrote as a path into names that are safe on every system, since a file may travel on. The only way
/// from a peer's text to a name on our disk, of received files and of the folders of what is handed in. Names are never
/// decoded, so `%2e%2e` is a name of six letters. Look-alikes of separators stay letters: normalisation is canonical
/// (NFC), which makes none. Stateless; any thread.
///
/// Paths that try to leave their place are refused; names that are merely unwelcome somewhere are changed, and the
/// change is shown.
public final class SafePath {
    /// Path 4,096 B, segment 255 B (what most file systems take), depth 64 (docs/protocol/files.md, "Control frames in
    /// JSON").
    public static final int PATH_BYTES_MAX = 4_096;
    public static final int SEGMENT_BYTES_MAX = 255;
    public static final int DEPTH_MAX = 64;
    /// A longer "extension" is taken for a part of the name when that is shortened.
    private static final int EXTENSION_BYTES_MAX = 20;
    /// Digits of the hash that keep two shortened names apart.
    private static final int TAG_DIGITS = 8;
    /// What is packed once more: this and what follows are one extension.
    private static final String ARCHIVE = ".tar";
    private static final String STANDS_IN = "_";

    /// Reserved by Windows with any extension (Microsoft, "Naming Files, Paths, and Namespaces"), and older ones of
    /// DOS.
    private static final Pattern DEVICE = Pattern.compile(
            "CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9]|CONIN\\$|CONOUT\\$|CLOCK\\$|KEYBD\\$|SCREEN\\$");
    /// A file manager acts on these by itself when it merely shows their folder.
    private static final Set<String> ACTED_UPON = Set.of("autorun.inf", "desktop.ini", "thumbs.db", "folder.htt");
    private static final Set<String> EXTENSIONS_ACTED_UPON = Set.of("lnk", "url", "scf", "pif", "desktop", "library-ms",
            "searchconnector-ms");
    /// Looks like the short alias that Windows gives to another, longer name.
    private static final Pattern SHORT_ALIAS = Pattern.compile("([^.~]{0,7})~([0-9]{1,6})((?:\\..{0,3})?)");
    /// A number that Landline gave: it begins with 2. Three digits and more are rather a part of the name, as a year.
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S) \\(([2-9]|[1-9][0-9])\\)", Pattern.DOTALL);
    private static final String NOT_IN_WINDOWS_NAMES = "<>:\"/\\|?*";

    private SafePath() {}

    /// The segments of a peer's path as they are, top folder first. Splits at both kinds of separator on every system.
    public static List<String> segments(String path) throws MalformedFrameException {
        int bytes = path.getBytes(UTF_8).length;
        if (bytes == 0 || bytes > PATH_BYTES_MAX) throw new MalformedFrameException("path of " + bytes + " bytes");
        List<String> segments = split(path);
        if (segments.size() > DEPTH_MAX) throw new MalformedFrameException("path deeper than " + DEPTH_MAX);
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new MalformedFrameException("path with a segment that is no name");
            }
        }
        return segments;
    }

    private static List<String> split(String path) {
        var segments = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c != '/' && c != '\\') continue;
            segments.add(path.substring(from, at));
            from = at + 1;
        }
        segments.add(path.substring(from));
        return List.copyOf(segments);
    }

    /// The safe names of a peer's path, top folder first.
    public static List<String> names(String path) throws MalformedFrameException {
        var names = new ArrayList<String>();
        for (String segment : segments(path)) names.add(names.isEmpty() ? topName(segment) : name(segment));
        return List.copyOf(names);
    }

    /// The safe name of one segment that stands in the downloads folder itself: never a hidden one.
    public static String topName(String segment) {
        String name = name(segment);
        return name.startsWith(".") ? name(STANDS_IN + name.substring(1)) : name;
    }

    /// The safe name of one segment. What comes out goes through unchanged a second time.
    public static String name(String segment) {
        return isPlain(segment) ? guarded(segment) : nameOfAny(segment);
    }

    /// Letters and digits of English with dots, lines and hyphens between, as most names of many files are: nothing to
    /// replace, trim or shorten, and one form only.
    private static boolean isPlain(String segment) {
        int length = segment.length();
        // a guard may add one character before and one behind
        if (length == 0 || length > SEGMENT_BYTES_MAX - 2 || segment.charAt(length - 1) == '.') return false;
        for (int at = 0; at < length; at++) {
            char c = segment.charAt(at);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.'
                    || c == '-' || c == '_';
            if (!plain) return false;
        }
        return true;
    }

    /// As [#name], for a segment of any letters.
    static String nameOfAny(String segment) {
        String name = trimmed(replaced(Normalizer.normalize(replaced(segment), Normalizer.Form.NFC)));
        name = guarded(name);
        return name.getBytes(UTF_8).length > SEGMENT_BYTES_MAX ? shortened(name, segment) : name;
    }

    /// `photo.jpg` as `photo (2).jpg`, still within the limits. A number that is there counts on: the second of
    /// `photo (2).jpg` is `photo (3).jpg`.
    public static String numbered(String name, int number) {
        if (number == 1) return name;
        int dot = extensionAt(name);
        return numberedStem(name.substring(0, dot), name.substring(dot), number);
    }

    /// `my.photos` as `my.photos (2)`: of a folder, a dot begins no extension.
    public static String numberedFolder(String name, int number) {
        return number == 1 ? name : numberedStem(name, "", number);
    }

    private static String numberedStem(String stem, String extension, int number) {
        var before = NUMBERED.matcher(stem);
        if (!before.matches()) return joined(stem, " (" + number + ")", extension);
        return joined(before.group(1), " (" + (Integer.parseInt(before.group(2)) + number - 1) + ")", extension);
    }

    private static String replaced(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isUnwelcome(c) ? '_' : c));
        return out.toString();
    }

    private static boolean isUnwelcome(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // Invisible, or turns the reading direction; the joiners of emoji and of scripts that need them stay.
            case Character.FORMAT -> !InvisibleCharacters.shapesOthers(c);
            case Character.UNASSIGNED -> (c & 0xfffe) == 0xfffe;
            default -> NOT_IN_WINDOWS_NAMES.indexOf(c) >= 0;
        };
    }

    /// Windows drops dots and spaces at the end, silently; at the start a space hides what follows.
    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isSpace(name.charAt(start))) start++;
        while (end > start && (isSpace(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) end--;
        return start == end ? STANDS_IN : name.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String guarded(String raw) {
        String name = raw.startsWith("~") ? STANDS_IN + raw.substring(1) : raw;
        if (name.indexOf('~') >= 0) {
            var alias = SHORT_ALIAS.matcher(name);
            if (alias.matches()) name = alias.group(1) + STANDS_IN + alias.group(2) + alias.group(3);
        }
        String folded = folded(name);
        int dot = folded.indexOf('.');
        String stem = (dot < 0 ? folded : folded.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
        if (DEVICE.matcher(stem).matches() || ACTED_UPON.contains(folded) || folded.startsWith(PartialName.PREFIX)) {
            name = STANDS_IN + name;
        }
        String extension = folded.substring(folded.lastIndexOf('.') + 1);
        return folded.contains(".") && EXTENSIONS_ACTED_UPON.contains(extension) ? name + STANDS_IN : name;
    }

    /// Whether a file of this name may be a program: not where a file manager acts on it by itself.
    static boolean mayRun(String segment) {
        String folded = folded(segment);
        return !EXTENSIONS_ACTED_UPON.contains(folded.substring(folded.lastIndexOf('.') + 1));
    }

    /// Equal for names that are one on a disk that does not tell `A` from `a`; for some more as well.
    static String sameOnSomeDisks(String name) {
        return folded(name);
    }

    /// As guards compare: case and compatibility forms apart, so that `ＣＯＮ` and `COM¹` do not slip by.
    private static String folded(String name) {
        if (isPlain(name)) return name.toLowerCase(Locale.ROOT);
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name, String original) {
        byte[] hash = Sha256.digest().digest(original.getBytes(UTF_8));
        return withSuffix(name, " [" + HexFormat.of().formatHex(hash).substring(0, TAG_DIGITS) + "]");
    }

    private static String withSuffix(String name, String suffix) {
        int dot = extensionAt(name);
        return joined(name.substring(0, dot), suffix, name.substring(dot));
    }

    /// Where the extension begins, with its dot; the length of the name if it has none.
    private static int extensionAt(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || name.substring(dot).getBytes(UTF_8).length > EXTENSION_BYTES_MAX) return name.length();
        int archive = dot - ARCHIVE.length(); // of `photos.tar.gz` both
        return archive > 0 && name.regionMatches(true, archive, ARCHIVE, 0, ARCHIVE.length()) ? archive : dot;
    }

    /// Cuts the stem, between two code points, as far as the limit asks.
    private static String joined(String stem, String suffix, String extension) {
        return cut(stem, SEGMENT_BYTES_MAX - (suffix + extension).getBytes(UTF_8).length) + suffix + extension;
    }

    private static String cut(String stem, int bytesMax) {
        int bytes = 0;
        int end = 0;
        while (end < stem.length()) {
            int c = stem.codePointAt(end);
            bytes += Character.toString(c).getBytes(UTF_8).length;
            if (bytes > bytesMax) break;
            end += Character.charCount(c);
        }
        return stem.substring(0, end).stripTrailing();
    }
}
