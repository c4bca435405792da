package io.landline.chat.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.PersonStatus;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// What a person says of themselves, to every connected peer.
///
///     +-----------+-----------+------------------
///     | state (8) | hides (8) | text in UTF-8 ...
///     +-----------+-----------+------------------
public record StatusFrame(PersonStatus status) {
    private static final int HEAD_BYTES = 2;
    /// A character has at most four bytes.
    public static final int BODY_BYTES_MAX = HEAD_BYTES + 4 * PersonStatus.TEXT_MAX;

    public Frame encode() {
        byte[] text = status.text().getBytes(UTF_8);
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + text.length);
        out.put((byte) status.state().ordinal()).put((byte) (status.hides() ? 1 : 0)).put(text);
        return new Frame(FrameType.STATUS, out.array());
    }

    public static StatusFrame decode(byte[] body) throws MalformedFrameException {
        if (body.length < HEAD_BYTES) throw new MalformedFrameException("status cut off");
        if (body.length > BODY_BYTES_MAX) throw new MalformedFrameException("status of " + body.length + " bytes");
        ByteBuffer in = ByteBuffer.wrap(body);
        int state = Byte.toUnsignedInt(in.get());
        int hides = in.get();
        if (hides != 0 && hides != 1) throw new MalformedFrameException("hides is neither 0 nor 1");
        PersonStatus.State[] states = PersonStatus.State.values();
        try {
            String text = UTF_8.newDecoder().decode(in).toString();
            return new StatusFrame(new PersonStatus(state < states.length ? states[state] : PersonStatus.State.HERE,
                    text, hides == 1));
        } catch (CharacterCodingException e) {
            throw new MalformedFrameException("status is not UTF-8");
        }
    }
}
