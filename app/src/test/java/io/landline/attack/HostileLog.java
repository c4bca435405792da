package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.act.Reference;
import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import io.landline.peer.Fingerprint;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// A log whose entries are right in every way: chained, signed, rising. Written from the protocol page, without the
/// product's code, so that any field may be made wrong.
final class HostileLog {
    static final int TEXT = 1;
    static final int OFFER = 2;
    static final int WITHDRAWN = 4;
    static final int EDIT = 6;
    static final int DELETE = 7;
    static final int PIN = 9;
    /// No version knows it.
    static final int UNKNOWN = 999;
    static final int HEADER_BYTES = 150;
    private static final int SIGNATURE_BYTES = 64;
    private static final int HASH_BYTES = 32;

    private final Identity author;
    private final byte[] conversation;
    private final long id;
    private byte[] previous = new byte[HASH_BYTES];
    private long number;

    HostileLog(Identity author, byte[] conversation, long id) {
        this.author = author;
        this.conversation = conversation.clone();
        this.id = id;
    }

    /// The next entry as it stands in a frame, with its body.
    byte[] next(int kind, byte[] body) {
        byte[] around = around(kind, body);
        return ByteBuffer.allocate(around.length + 1 + body.length).put(around).put((byte) 1).put(body).array();
    }

    /// The next entry as it stands in a frame, its body withheld.
    byte[] nextWithheld(int kind, byte[] body) {
        byte[] around = around(kind, body);
        return Arrays.copyOf(around, around.length + 1);
    }

    /// Header and signature.
    private byte[] around(int kind, byte[] body) {
        number++;
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(conversation)
                .put(author.publicKey())
                .putLong(id)
                .putLong(number)
                .put(previous)
                .putLong(number)
                .putLong(System.currentTimeMillis())
                .putShort((short) kind)
                .putInt(body.length)
                .put(sha256(body))
                .array();
        previous = sha256(header);
        byte[] signature = author.sign(SignatureLabel.ENTRY, header);
        return ByteBuffer.allocate(HEADER_BYTES + SIGNATURE_BYTES).put(header).put(signature).array();
    }

    /// SHA-256 of the newest header.
    byte[] newestHash() {
        return previous.clone();
    }

    /// How acts name the newest entry.
    Reference newest() {
        return new Reference(Fingerprint.ofPublicKey(author.publicKey()), id, number,
                ByteBuffer.wrap(previous).getLong());
    }

    /// The body of a frame ENTRIES that nobody asked for.
    static byte[] frame(byte[] conversation, List<byte[]> entries) {
        return frame(0, conversation, entries);
    }

    /// The answer to a request.
    static byte[] frame(int request, byte[] conversation, List<byte[]> entries) {
        ByteBuffer out = ByteBuffer.allocate(22 + entries.stream().mapToInt(each -> each.length).sum());
        out.putInt(request).put(conversation).putShort((short) entries.size());
        entries.forEach(out::put);
        return out.array();
    }

    /// The body of a text of so many bytes.
    static byte[] text(int bytes) {
        return ("{\"text\":\"" + "spam ".repeat(bytes / 5) + "\"}").getBytes(UTF_8);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
