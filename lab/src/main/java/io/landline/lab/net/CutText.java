package io.landline.lab.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.Payload;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// Text out of a TCP stream. A read may end in the middle of a character: its bytes are kept here, at most three, until
/// the next read brings the rest. Confined to the connection's thread.
public final class CutText {
    private byte[] tail = new byte[0];

    /// The characters that are complete now.
    ///
    /// @throws CharacterCodingException not UTF-8; what was kept is dropped
    public String next(Payload read) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(tail.length + read.length()).put(tail).put(read.bytes()).flip();
        tail = new byte[0];
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(bytes, text, false);
        if (result.isError()) result.throwException();
        tail = new byte[bytes.remaining()];
        bytes.get(tail);
        return text.flip().toString();
    }

    /// Bytes of a character that is not complete yet.
    public int kept() {
        return tail.length;
    }
}
