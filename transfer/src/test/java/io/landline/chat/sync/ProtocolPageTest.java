package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryHeader.Place;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.NameCard;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.NameCardsFrame;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The worked example of docs/protocol/conversations.md, read from that very file.
class ProtocolPageTest {
    private static final Path PAGE = Path.of("../docs/protocol/conversations.md");
    /// RFC 8032 §7.1, test 1: a secret key that everybody knows, and its public key.
    private static final byte[] SEED = HexFormat.of()
            .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    static final byte[] PUBLIC_KEY = HexFormat.of()
            .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    /// The hex digits of the fenced block that begins with this word; what stands behind `;` explains.
    static byte[] example(String block) throws IOException {
        return example(PAGE, block);
    }

    static byte[] example(Path page, String block) throws IOException {
        List<String> lines = Files.readAllLines(page);
        int start = lines.indexOf("```" + block);
        assertTrue(start >= 0, "the page has no block " + block);
        var digits = new StringBuilder();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.startsWith("```")) break;
            digits.append(line.replaceAll(";.*", "").replaceAll("\\s", ""));
        }
        return HexFormat.of().parseHex(digits);
    }

    static byte[] sign(byte[] header) throws GeneralSecurityException {
        return sign("landline/1 entry", header);
    }

    private static byte[] sign(String label, byte[] message) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, SEED));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(Author.bytes(label + "\0"));
        signature.update(message);
        return signature.sign();
    }

    @Test
    void theExampleOnThePageIsAnEntryThatHolds() throws Exception {
        EntriesFrame frame = EntriesFrame.decode(example("hex"));
        assertEquals(1, frame.entries().size());
        Entry entry = frame.entries().getFirst();
        assertTrue(entry.signatureHolds());
        assertTrue(entry.bodyHolds());
        assertEquals("Hello, Landline", World.text(entry));
        assertEquals(EntriesFrame.UNASKED, frame.request());
    }

    @Test
    void theExampleOnThePageIsWhatThisProgramWrites() throws Exception {
        Entry shown = EntriesFrame.decode(example("hex")).entries().getFirst();
        byte[] body = new EntryText("Hello, Landline").toBody();
        byte[] room = new byte[ConversationId.BYTES];
        for (int i = 0; i < room.length; i++) room[i] = (byte) i;
        var header = new EntryHeader(ConversationId.of(room), PUBLIC_KEY,
                new Place(new BigInteger("0102030405060708", 16).longValue(), 1, new byte[32]), 1, 1_700_000_000_000L,
                EntryKind.TEXT, body.length, Sha256.of(body));
        var entry = new Entry(header, sign(header.encode()), body);
        assertEquals(shown, entry);
        var frame = new EntriesFrame(0, header.conversation(), new ArrayList<>(List.of(entry)));
        assertArrayEquals(example("hex"), frame.encode().body());
        assertTrue(Files.readString(PAGE).contains(entry.id().hex()), "the page names the entry's id");
    }

    @Test
    void theCardOnThePageIsWhatThisProgramWritesAndReads() throws Exception {
        byte[] shown = example("hex name-cards");
        NameCard card = NameCardsFrame.decode(shown).cards().getFirst();
        assertTrue(card.signatureHolds());
        assertEquals("Zo\u00eb", card.name().value());
        byte[] signed = Arrays.copyOfRange(shown, Short.BYTES, shown.length - 64);
        var made = NameCard.stored(PUBLIC_KEY, "Zo\u00eb", 1_700_000_000_000L, sign("landline/1 name", signed));
        assertArrayEquals(shown, new NameCardsFrame(List.of(made)).encode().body());
    }

    @Test
    void everyByteOfTheExamplesHeaderIsSigned() throws Exception {
        Entry shown = EntriesFrame.decode(example("hex")).entries().getFirst();
        byte[] header = shown.headerBytes();
        for (int i = 48; i < header.length; i++) { // before that: another conversation, another author
            byte[] bent = header.clone();
            bent[i] ^= 1;
            try {
                var entry = new Entry(EntryHeader.read(ByteBuffer.wrap(bent)), shown.signature(), null);
                assertTrue(!entry.signatureHolds(), "byte " + i);
            } catch (io.landline.frame.MalformedFrameException outOfRange) {
                assertTrue(!outOfRange.getMessage().isEmpty());
            }
        }
    }
}
