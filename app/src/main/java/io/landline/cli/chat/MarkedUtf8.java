package io.landline.cli.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;

/// UTF-8 in which bytes that are none become a character of their own. U+FFFD, which others put in their place, may
/// have been typed. Stateless; any thread.
final class MarkedUtf8 extends Charset {
    /// No character, and never one: Unicode leaves it to programs for their own use.
    static final char MARK = '\uFDD0';

    MarkedUtf8() { super("x-landline-marked-utf-8", null); }

    @Override
    public boolean contains(Charset other) {
        return UTF_8.contains(other);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return UTF_8.newDecoder().replaceWith(String.valueOf(MARK));
    }

    @Override
    public CharsetEncoder newEncoder() {
        return UTF_8.newEncoder();
    }
}
