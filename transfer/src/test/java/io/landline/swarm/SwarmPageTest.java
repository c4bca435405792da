package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.frame.Frame;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The example of docs/protocol/swarm.md is what this program writes and reads.
class SwarmPageTest {
    @Test
    void theExampleIsWhatWeWriteAndRead() throws Exception {
        Path file = Path.of("docs/protocol/swarm.md");
        if (!Files.exists(file)) file = Path.of("..").resolve(file); // tests run in the module's folder
        String text = Files.readString(file);
        int from = text.indexOf("```hex\n") + "```hex\n".length();
        Map<String, String> page = text.substring(from, text.indexOf("```", from))
                .lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        EntryId offer = EntryId.of(HexFormat.of().parseHex("00112233445566778899aabbccddeeff"));
        var has = new ChunkSet(12);
        for (int chunk : new int[]{0, 1, 9}) has.add(chunk);
        check(page, "swarm-member", new SwarmFrame.Member(offer, true, true, LinkKind.WIRED));
        check(page, "swarm-have", new SwarmFrame.Have(offer, 0, has.page(0)));
        check(page, "swarm-have-more", new SwarmFrame.HaveMore(offer, List.of(new ChunkSpan(2, 2))));
        check(page, "swarm-want", new SwarmFrame.Want(offer, SwarmFrame.Want.Kind.ASK,
                List.of(new ChunkSpan(4, 4), new ChunkSpan(11, 1))));
        check(page, "swarm-later", new SwarmFrame.Later(offer, 500, List.of(new ChunkSpan(11, 1))));
        check(page, "swarm-pages", new SwarmFrame.Pages(offer, List.of(0)));
        check(page, "swarm-finished", new SwarmFrame.Finished(offer, true));
    }

    private static void check(Map<String, String> page, String name, SwarmFrame frame) throws Exception {
        String hex = page.get(name);
        assertNotNull(hex, name);
        assertEquals(hex, HexFormat.of().formatHex(frame.encode().body()), name);
        SwarmFrame read = SwarmFrame.decode(new Frame(frame.encode().type(), HexFormat.of().parseHex(hex)));
        read.checkWithin(12);
        assertEquals(hex, HexFormat.of().formatHex(read.encode().body()), name);
    }
}
