package io.landline.ui.network;

/// A JSON body as it travelled, with each field on a line of its own. Reads no JSON: what is broken is shown as it is.
/// Stateless; any thread.
final class BodyText {
    /// No packet of ours nests deeper than two; a stranger's brackets must not push everything out of sight.
    private static final int DEPTH_MAX = 4;
    private static final String STEP = "  ";

    private BodyText() {}

    static String of(String body) {
        var out = new StringBuilder(2 * body.length());
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (quoted) {
                out.append(c);
                if (c == '\\' && i + 1 < body.length()) out.append(body.charAt(++i));
                quoted = c != '"';
                continue;
            }
            switch (c) {
                case '{', '[' -> {
                    out.append(c);
                    if (!isClosedAt(body, i + 1)) {
                        line(out, ++depth);
                    } else {
                        out.append(body.charAt(++i));
                    }
                }
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    line(out, depth);
                    out.append(c);
                }
                case ',' -> {
                    out.append(c);
                    line(out, depth);
                }
                case ':' -> out.append(": ");
                default -> {
                    out.append(c);
                    quoted = c == '"';
                }
            }
        }
        return out.toString();
    }

    private static boolean isClosedAt(String body, int index) {
        return index < body.length() && (body.charAt(index) == '}' || body.charAt(index) == ']');
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').repeat(STEP, Math.min(depth, DEPTH_MAX));
    }
}
