package io.landline.filetransfer.chunk;

import io.landline.filetransfer.FailureReason;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import io.landline.swarm.FirstSlice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hashes of [#CHUNKS] chunks that follow each other in an offer, signed by the offer's author. Each holder of a
/// page can prove a chunk by it, and hand both on. It travels and is stored as these bytes (HASHES, on the control
/// connection). Immutable; any thread.
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +---------------------------------------------------------------+
///     |     Offer id, 16 bytes                                      ...
///     +---------------------------------------------------------------+
///     |     Public key of the offer's author, 32 bytes              ...
///     +---------------------------------------------------------------+
///     |                        Page number (32)                       |
///     +---------------+-----------------------------------------------+
///     |   Count (8)   |     SHA-256 of each chunk, 32 bytes each    ...
///     +---------------+-----------------------------------------------+
///     |     Signature, 64 bytes                                     ...
///     +---------------------------------------------------------------+
public record HashPage(EntryId offer, byte[] authorKey, int number, byte[] hashes, byte[] signature) {
    /// Chunks of a page; the last page of an offer has fewer. One signature for 64 MiB. A receiver stops asking while
    /// 256 chunks wait for their hash, so a page must be much shorter than that.
    public static final int CHUNKS = FirstSlice.PAGE_CHUNKS;
    /// Stands for a chunk that its author cannot give: the file changed before this chunk was hashed.
    private static final byte[] CHANGED = new byte[Sha256.BYTES];
    /// The same where the file cannot be read any more: 31 zero bytes and a 1.
    private static final byte[] GONE = new byte[Sha256.BYTES];

    static {
        GONE[Sha256.BYTES - 1] = 1;
    }

    private static final int HEAD_BYTES = EntryId.BYTES + Ed25519.PUBLIC_KEY_BYTES + Integer.BYTES + Byte.BYTES;

    /// The page that holds this chunk.
    public static int of(int chunk) {
        return chunk / CHUNKS;
    }

    /// How many pages an offer of this number of chunks has.
    public static int pages(int chunks) {
        return (chunks + CHUNKS - 1) / CHUNKS;
    }

    /// The first chunk of a page.
    public static int first(int page) {
        return page * CHUNKS;
    }

    /// The chunk behind the last one of a page, in an offer of this number of chunks.
    public static int end(int page, int chunks) {
        return Math.min(chunks, first(page) + CHUNKS);
    }

    /// Makes a page of an own offer.
    public static HashPage signed(Identity self, EntryId offer, int number, byte[] hashes) {
        byte[] signature = self.sign(SignatureLabel.HASHES, signedBytes(offer, number, hashes));
        return new HashPage(offer, self.publicKey(), number, hashes.clone(), signature);
    }

    /// Whether this author signed it. Takes about 0.1 ms.
    public boolean isBy(Fingerprint author) {
        return Fingerprint.ofPublicKey(authorKey).equals(author)
                && Ed25519.verify(authorKey, SignatureLabel.HASHES, signature, signedBytes(offer, number, hashes));
    }

    private static byte[] signedBytes(EntryId offer, int number, byte[] hashes) {
        return ByteBuffer.allocate(EntryId.BYTES + Integer.BYTES + Byte.BYTES + hashes.length)
                .put(offer.bytes())
                .putInt(number)
                .put((byte) (hashes.length / Sha256.BYTES))
                .put(hashes)
                .array();
    }

    public int count() {
        return hashes.length / Sha256.BYTES;
    }

    /// The hash of a chunk of the offer that this page holds.
    public byte[] hash(int chunk) {
        int at = (chunk - first(number)) * Sha256.BYTES;
        return Arrays.copyOfRange(hashes, at, at + Sha256.BYTES);
    }

    /// What stands in a page for a chunk that its author cannot give.
    public static byte[] lost(FailureReason reason) {
        return (reason == FailureReason.SOURCE_CHANGED ? CHANGED : GONE).clone();
    }

    /// Why the author cannot give a chunk, if a page says so with this hash; null for the hash of a chunk.
    public static @Nullable FailureReason lostReason(byte[] hash) {
        if (Arrays.equals(hash, CHANGED)) return FailureReason.SOURCE_CHANGED;
        return Arrays.equals(hash, GONE) ? FailureReason.SOURCE_GONE : null;
    }

    /// The chunks of the offer, from this page, that its author cannot give.
    public List<Integer> lost() {
        var lost = new ArrayList<Integer>();
        for (int chunk = first(number); chunk < first(number) + count(); chunk++) {
            if (lostReason(hash(chunk)) != null) lost.add(chunk);
        }
        return lost;
    }

    /// Whether two pages of one number tell the same hashes. If not, and both are signed, their author has changed a
    /// file.
    public boolean tellsTheSameAs(HashPage other) {
        return number == other.number && Arrays.equals(hashes, other.hashes);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(HEAD_BYTES + hashes.length + signature.length)
                .put(offer.bytes())
                .put(authorKey)
                .putInt(number)
                .put((byte) count())
                .put(hashes)
                .put(signature)
                .array();
    }

    /// Reads a page; its signature is not looked at.
    public static HashPage received(ByteBuffer body) throws MalformedFrameException {
        if (body.remaining() < HEAD_BYTES) throw new MalformedFrameException("hash page of " + body.remaining());
        var offer = new byte[EntryId.BYTES];
        body.get(offer);
        var key = new byte[Ed25519.PUBLIC_KEY_BYTES];
        body.get(key);
        int number = body.getInt();
        int count = Byte.toUnsignedInt(body.get());
        if (number < 0 || number >= pages(ChunkLayout.OFFER_CHUNKS_MAX) || count < 1 || count > CHUNKS
                || body.remaining() != count * Sha256.BYTES + Ed25519.SIGNATURE_BYTES) {
            throw new MalformedFrameException("hash page outside its limits");
        }
        var hashes = new byte[count * Sha256.BYTES];
        body.get(hashes);
        var signature = new byte[Ed25519.SIGNATURE_BYTES];
        body.get(signature);
        return new HashPage(EntryId.of(offer), key, number, hashes, signature);
    }
}
