package io.landline.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A person's name, signed by that person, so that others may hand it on (docs/protocol/conversations.md, "NAME_CARDS
/// (0xb6)"). Immutable, for what it is given is kept; any thread.
///
/// Signed: public key (32), milliseconds since 1970 (8), length of the name (2), name; sent with the signature (64).
///
/// @param author the hash of the key
/// @param millis when the name was chosen, by the author's clock
public record NameCard(Fingerprint author, byte[] key, PeerName name, long millis, byte[] signature) {
    private static final int BEFORE_NAME_BYTES = Ed25519.PUBLIC_KEY_BYTES + Long.BYTES + Short.BYTES;
    /// One with an empty name; none is shorter.
    public static final int BYTES_MIN = BEFORE_NAME_BYTES + Ed25519.SIGNATURE_BYTES;
    /// A clock that is further ahead than this is wrong: a time zone or a date that somebody mistyped.
    public static final Duration FAR_AHEAD = Duration.ofDays(1);

    public static NameCard signed(Identity self, PeerName name, long millis) {
        byte[] key = self.publicKey();
        byte[] signature = self.sign(SignatureLabel.NAME, signedBytes(key, millis, name));
        return new NameCard(self.fingerprint(), key, name, millis, signature);
    }

    /// One as a store kept it.
    public static NameCard stored(byte[] key, String name, long millis, byte[] signature) {
        return new NameCard(Fingerprint.ofPublicKey(key), key, new PeerName(name), millis, signature);
    }

    private static byte[] signedBytes(byte[] key, long millis, PeerName name) {
        byte[] text = name.value().getBytes(UTF_8);
        return ByteBuffer.allocate(BEFORE_NAME_BYTES + text.length)
                .put(key)
                .putLong(millis)
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    /// Reads one; null where nobody may have such a name. A later version may allow it, so it is passed over.
    public static @Nullable NameCard read(ByteBuffer in) throws MalformedFrameException {
        if (in.remaining() < BYTES_MIN) throw new MalformedFrameException("name card cut off");
        byte[] key = FrameFields.bytes(in, Ed25519.PUBLIC_KEY_BYTES);
        long millis = in.getLong();
        if (millis < 0 || millis > EntryHeader.NUMBER_MAX) throw new MalformedFrameException("time out of range");
        int length = Short.toUnsignedInt(in.getShort());
        if (in.remaining() < length + Ed25519.SIGNATURE_BYTES) throw new MalformedFrameException("name cut off");
        String name = text(FrameFields.bytes(in, length));
        byte[] signature = FrameFields.bytes(in, Ed25519.SIGNATURE_BYTES);
        if (!PeerName.mayBeChosen(name)) return null;
        return new NameCard(Fingerprint.ofPublicKey(key), key, new PeerName(name), millis, signature);
    }

    private static String text(byte[] utf8) throws MalformedFrameException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFrameException("a name is UTF-8", e);
        }
    }

    /// As it travels.
    public byte[] bytes() {
        byte[] signed = signedBytes(key, millis, name);
        return ByteBuffer.allocate(signed.length + signature.length).put(signed).put(signature).array();
    }

    /// Takes about 0.1 ms.
    public boolean signatureHolds() {
        return Ed25519.verify(key, SignatureLabel.NAME, signature, signedBytes(key, millis, name));
    }

    /// Whether it is of a time that a right clock does not show yet.
    public boolean isFarAhead(long nowMillis) {
        return millis > nowMillis + FAR_AHEAD.toMillis();
    }

    /// Whether it takes the place of another one of this author. One that is far ahead gives way to each that is not:
    /// else a wrong clock would name its owner for good.
    public boolean isNewerThan(NameCard other, long nowMillis) {
        boolean ahead = isFarAhead(nowMillis);
        return ahead == other.isFarAhead(nowMillis) ? millis > other.millis : !ahead;
    }
}
