package io.landline.filetransfer.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The example of docs/protocol/files.md is what this program writes and reads.
class FilesProtocolPageTest {
    private static final EntryId OFFER = EntryId.of(HexFormat.of().parseHex("00112233445566778899aabbccddeeff"));

    private static final ManifestPage.ListedFile LISTED = new ManifestPage.ListedFile("hi.txt", 3, 1_700_000_000_000L);

    @Test
    void theExampleIsWhatWeWriteAndRead() throws Exception {
        Map<String, byte[]> page = example();
        var receiver = new byte[Fingerprint.BYTES];
        Arrays.fill(receiver, (byte) 0x11);
        TransferId transfer = TransferId.of(OFFER, Fingerprint.of(receiver));
        byte[] hash = Sha256.digest().digest("hi\n".getBytes(UTF_8));
        byte[] manifest = ManifestPage.pagesOf(List.of(LISTED)).getFirst();
        var body = new OfferBody(1, 3, List.of("hi.txt"), ChunkLayout.BYTES_MAX, 0,
                HexFormat.of().formatHex(Sha256.of(manifest)));

        assertHex(page, "offer-body", body.toJson());
        assertEquals(body, OfferBody.received(page.get("offer-body")));
        assertHex(page, "transfer-id", transfer.bytes());
        assertMessage(page, "accept", new FileMessage.Accept(OFFER));
        assertMessage(page, "manifest-request", new FileMessage.ManifestRequest(OFFER, 0));
        assertHex(page, "manifest-page", new FileMessage.Manifest(OFFER, 0, manifest).toFrame().body());
        var read = (FileMessage.Manifest) FileMessage
                .received(new Frame(FrameType.MANIFEST_PAGE, page.get("manifest-page")));
        assertEquals(OFFER, read.offer());
        assertEquals(List.of(LISTED), ManifestPage.received(read.bytes()).listed());
        assertHex(page, "range-request", new RangeFrame(transfer, List.of(new ChunkSpan(0, 1))).body());
        assertHex(page, "page-request", new PageRequest(transfer, List.of(0)).body());
        HashPage hashes = HashPage.received(ByteBuffer.wrap(page.get("hash-page")));
        assertHex(page, "hash-page", hashes.bytes());
        assertArrayEquals(hash, hashes.hash(0));
        assertTrue(hashes.isBy(Fingerprint.ofPublicKey(page.get("author-key"))));
        ByteBuffer data = ByteBuffer.wrap(page.get("data"));
        assertEquals(new DataFrame(transfer, 0), DataFrame.received(data));
        assertEquals("hi\n", UTF_8.decode(data).toString());
        assertHex(page, "done", new FileMessage.Done(transfer).toFrame().body());
    }

    private static void assertHex(Map<String, byte[]> page, String name, byte[] ours) {
        assertEquals(HexFormat.of().formatHex(page.get(name)), HexFormat.of().formatHex(ours), name);
    }

    private static void assertMessage(Map<String, byte[]> page, String name, FileMessage message) throws Exception {
        assertHex(page, name, message.toFrame().body());
        assertEquals(message, FileMessage.received(new Frame(message.toFrame().type(), page.get(name))));
    }

    private static Map<String, byte[]> example() throws IOException {
        Path file = Path.of("docs/protocol/files.md");
        if (!Files.exists(file)) file = Path.of("..").resolve(file); // tests run in the module's folder
        String text = Files.readString(file);
        int from = text.indexOf("```hex\n") + "```hex\n".length();
        return text.substring(from, text.indexOf("```", from))
                .lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> HexFormat.of().parseHex(parts[1])));
    }
}
