package io.landline.ui.lab.diagram;

import io.landline.ui.lab.wire.Excerpt;
import io.landline.ui.text.PeerText;

/// Messages as text on the screen: what a peer sent is data. Stateless; any thread.
final class PayloadText {
    /// Longer than any row is wide.
    private static final int ROW_CHARS_MAX = 300;

    private PayloadText() {}

    /// On one line, with escapes for control characters.
    static String line(Excerpt payload) {
        String shown = payload.start().shown();
        boolean isLong = payload.isCut() || shown.length() > ROW_CHARS_MAX;
        return PeerText.line(PeerText.shortened(shown, ROW_CHARS_MAX)) + (isLong ? "…" : "");
    }

    static String hex(Excerpt payload) {
        String hex = payload.start().hex();
        return hex.length() <= ROW_CHARS_MAX ? hex : hex.substring(0, ROW_CHARS_MAX) + "…";
    }
}
