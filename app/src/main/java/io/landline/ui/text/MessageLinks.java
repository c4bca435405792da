package io.landline.ui.text;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the links in a message (H44): `http://` and `https://` alone, as they were typed, and hosts that people write
/// without them, which are asked by `https`. A link has no other name than its address, and nothing is fetched. A host
/// with letters that could pass for another's is shown in ASCII, as it is asked for in the network. What is not surely
/// an address stays plain text. Stateless; any thread.
final class MessageLinks {
    /// A message of 16 KiB could hold over a thousand, each of which is a node of its own on the screen.
    static final int LINKS_MAX = 100;
    /// Browsers and servers take about this much.
    static final int LINK_CHARACTERS_MAX = 2_048;
    /// RFC 1035 §2.3.4, without the dot at the end.
    private static final int HOST_CHARACTERS_MAX = 253;
    private static final int PORT_MAX = 65_535;
    private static final String BEHIND_SCHEME = "://";
    /// The allowed characters of RFC 3986 beside letters and digits.
    private static final String SIGNS = "-._~:/?#[]@!$&'()*+,;=%";
    /// They end a sentence more often than an address.
    private static final String NOT_LAST = ".,;:!?'*";
    /// What a host without a scheme begins or ends with. With other endings too many names are those of files and
    /// products, as `Main.py` and `ASP.NET`.
    private static final String WEB = "www.";
    private static final Set<String> ENDINGS = Set.of("com", "org", "edu");
    private static final Pattern LABELS = Pattern.compile("[a-z0-9]+(-+[a-z0-9]+)*+(\\.[a-z0-9]+(-+[a-z0-9]+)*+)++");
    private static final String HEX = "0123456789ABCDEF";
    /// Behind these a scheme would only be the rest of another word or address.
    private static final String NOT_BEFORE = "+-.:/@_%&=?#\\";

    private MessageLinks() {}

    /// A link in a text.
    ///
    /// @param shown its address, with the host in ASCII where that must be
    record Found(int start, int end, String shown, URI target) {}

    /// The first links of a text, in their order.
    ///
    /// @param shown as `PeerText.block` gives it
    /// @param isCut whether it ends with an ellipsis for what is left out: a link that reaches there is not whole
    static List<Found> in(String shown, boolean isCut, int linksMax) {
        if (linksMax <= 0 || shown.indexOf('.') < 0 && !shown.contains(BEHIND_SCHEME)) return List.of();
        var links = new ArrayList<Found>();
        int whole = isCut ? shown.length() - 2 : shown.length();
        int from = 0;
        int between = 0;
        while (true) {
            int colon = shown.indexOf(BEHIND_SCHEME, from);
            int start = colon < 0 ? shown.length() : schemeStart(shown, colon);
            if (start >= 0) addHosts(shown, between, start, whole, links);
            if (colon < 0) break;
            int host = colon + BEHIND_SCHEME.length();
            int reach = start < 0 ? host : reach(shown, host, shown.length());
            from = Math.max(host, reach);
            if (start < 0) continue;
            between = from;
            if (reach - start > LINK_CHARACTERS_MAX || reach > whole) continue;
            int end = withoutSigns(shown, host, reach);
            Address address = address(shown.substring(start, colon), shown.substring(host, end));
            if (address == null) continue;
            links.add(new Found(start, end, shown.substring(start, host) + address.shown(), address.target()));
            from = end;
            between = end;
            if (links.size() >= linksMax) break;
        }
        return links.size() <= linksMax ? links : links.subList(0, linksMax);
    }

    /// Hosts without a scheme that begin between these places, as `www.example.org/page`. Their letters are ASCII: none
    /// passes for another.
    ///
    /// @param whole a link that reaches beyond may have been cut
    private static void addHosts(String text, int from, int to, int whole, List<Found> links) {
        int at = from;
        while (at < to && links.size() < LINKS_MAX) {
            int end = at;
            while (end < to && (isAsciiWord(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) end++;
            if (end == at) {
                at++;
                continue;
            }
            Found link = at > 0 && isWithin(text.codePointBefore(at)) ? null : host(text, at, end, whole);
            if (link != null) links.add(link);
            at = link == null ? end : link.end();
        }
    }

    private static boolean isWithin(int before) {
        return Character.isLetterOrDigit(before) || NOT_BEFORE.indexOf(before) >= 0;
    }

    /// @param behind the run of letters of a host that begins at `start`
    private static @Nullable Found host(String text, int start, int behind, int whole) {
        int end = behind;
        while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) end--;
        String host = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (host.length() > HOST_CHARACTERS_MAX || !LABELS.matcher(host).matches()) return null;
        boolean isWeb = host.startsWith(WEB) && host.indexOf('.', WEB.length()) > 0;
        if (!isWeb && !ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1))) return null;
        int reach = end;
        if (end == behind && end < text.length()) {
            char next = text.charAt(end);
            boolean hasMore = "/?#".indexOf(next) >= 0
                    || next == ':' && end + 1 < text.length() && isDigit(text.charAt(end + 1));
            if (hasMore) {
                reach = reach(text, end, Math.min(text.length(), start + LINK_CHARACTERS_MAX + 1));
            } else if (isWithin(text.codePointAt(end)) && next != ':') {
                return null;
            }
        }
        if (reach > whole || reach - start > LINK_CHARACTERS_MAX) return null;
        int last = withoutSigns(text, start, reach);
        Address address = address("https", text.substring(start, last));
        return address == null ? null : new Found(start, last, text.substring(start, last), address.target());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Where the scheme before this colon begins; below zero where it is none of ours, or the end of another word.
    private static int schemeStart(String text, int colon) {
        for (String scheme : List.of("https", "http")) {
            int start = colon - scheme.length();
            if (start < 0 || !text.regionMatches(true, start, scheme, 0, scheme.length())) continue;
            if (start == 0) return start;
            char before = text.charAt(start - 1);
            boolean isWord = before < 0x80 && Character.isLetterOrDigit(before) || NOT_BEFORE.indexOf(before) >= 0;
            return isWord ? -1 : start;
        }
        return -1;
    }

    /// Where the characters end that an address may have, at this place at the latest.
    private static int reach(String text, int from, int latest) {
        int at = from;
        while (at < latest) {
            int c = text.codePointAt(at);
            if (!mayBePart(c)) break;
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean mayBePart(int c) {
        if (c < 0x80) return isAsciiWord(c) || SIGNS.indexOf(c) >= 0;
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAsciiWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /// Without the signs at the end that belong to the sentence around it.
    private static int withoutSigns(String text, int from, int reach) {
        int round = surplus(text, from, reach, '(', ')');
        int square = surplus(text, from, reach, '[', ']');
        int end = reach;
        while (end > from) {
            char last = text.charAt(end - 1);
            if (last == ')' && round > 0) {
                round--;
            } else if (last == ']' && square > 0) {
                square--;
            } else if (NOT_LAST.indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }

    /// How many more close than open.
    private static int surplus(String text, int from, int to, char open, char close) {
        int surplus = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == close) surplus++;
            if (text.charAt(i) == open) surplus--;
        }
        return surplus;
    }

    /// @param shown the address without its scheme, as it is shown
    private record Address(String shown, URI target) {}

    private static @Nullable Address address(String scheme, String rest) {
        int path = 0;
        while (path < rest.length() && "/?#".indexOf(rest.charAt(path)) < 0) path++;
        String authority = rest.substring(0, path);
        int bracket = authority.startsWith("[") ? authority.indexOf(']') : -1;
        int colon = authority.indexOf(':', bracket + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon);
        String ascii = bracket >= 0 ? ipv6(host) : asciiHost(host);
        if (ascii == null || !port.isEmpty() && !isPort(port.substring(1))) return null;
        String shownHost = bracket >= 0 || isShownAsTyped(host, ascii) ? host : ascii;
        String behind = port + rest.substring(path);
        try {
            return new Address(shownHost + behind,
                    URI.create(scheme.toLowerCase(Locale.ROOT) + BEHIND_SCHEME + ascii + port
                            + encoded(rest.substring(path))));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean isPort(String digits) {
        return digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= PORT_MAX;
    }

    private static @Nullable String ipv6(String host) {
        return host.matches("\\[[0-9a-fA-F:.]{2,45}]") ? host : null;
    }

    /// As it is asked for in the network; null where it is no host. A name before an `@` is none: it would stand where
    /// people look for the host.
    private static @Nullable String asciiHost(String host) {
        try {
            String ascii = host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            String labels = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            boolean isHost = labels.length() <= HOST_CHARACTERS_MAX && labels.matches("[\\w-]+(\\.[\\w-]+)*+");
            return isHost ? ascii : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Letters of one script, from left to right, that no rule turns into others. (IDNA of 2003 makes `ss` of `ß`, and
    /// browsers do not.)
    private static boolean isShownAsTyped(String host, String ascii) {
        if (host.equals(ascii)) return true;
        if (!IDN.toUnicode(ascii).equals(host.toLowerCase(Locale.ROOT))) return false;
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        for (int c : host.codePoints().toArray()) {
            byte direction = Character.getDirectionality(c);
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return false;
            }
            UnicodeScript script = UnicodeScript.of(c);
            if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) scripts.add(script);
        }
        return scripts.size() == 1;
    }

    /// Path, query and fragment in ASCII (RFC 3987 §3.1).
    private static String encoded(String rest) {
        var out = new StringBuilder();
        boolean inFragment = false;
        for (byte each : rest.getBytes(StandardCharsets.UTF_8)) {
            int c = each & 0xff;
            boolean isKept = c < 0x80 && "[]#".indexOf(c) < 0 || c == '#' && !inFragment;
            inFragment |= c == '#';
            if (isKept) {
                out.append((char) c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString().replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    }
}
