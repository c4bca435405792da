package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.conversation.History;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeException;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A profile was copied, and both copies wrote to different people, who meet: real nodes on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class ForkedLogTest {
    @TempDir
    Path folder;

    private RunningForTest start(String name, int port) throws NodeException {
        return RunningForTest.start(folder, name, port, RunningForTest.room());
    }

    private static void say(RunningForTest from, String text, RunningForTest... to) throws Exception {
        from.node.chats().say("#class", text);
        for (RunningForTest each : to) each.await(Message.class, e -> e.text().equals(text));
    }

    /// What each of them shows, with a star where others may see something else.
    private static List<String> seen(RunningForTest of) throws Exception {
        List<String> history = of.node.reader()
                .history(new History.Question("#class", null, History.From.OLDEST, 10, null, null, null))
                .messages()
                .stream()
                .map(each -> each.text() + (each.place().forked() ? "*" : ""))
                .toList();
        assertEquals(history, of.node.chats()
                .page("#class", null, 10)
                .items()
                .stream()
                .map(each -> ((TimelineItem.Text) each).text()
                        + (each.head().marks().forked() ? "*" : ""))
                .toList());
        return history;
    }

    @Test
    void whatStandsFromTheForkOnIsMarkedAndTheRestIsNot() throws Exception {
        int port = FreePorts.udp();
        try (var ada = start("Ada", port); var ben = start("Ben", port); var cem = start("Cem", port)) {
            ada.awaitJoined(ben);
            ada.awaitJoined(cem);
            ben.awaitJoined(cem);
            say(ada, "before", ben, cem);
        }
        copy(folder.resolve("Ada"), folder.resolve("Copy"));
        meet("Ada", "Ben", "one");
        meet("Copy", "Cem", "other");
        int last = FreePorts.udp();
        try (var ben = start("Ben", last); var cem = start("Cem", last)) {
            for (RunningForTest each : List.of(ben, cem)) {
                each.await(Warning.class, e -> e.code() == WarningCode.FORKED);
            }
            say(ben, "after", cem);
            assertEquals(List.of("before", "one*", "after"), seen(ben));
            assertEquals(List.of("before", "other*", "after"), seen(cem));
        }
    }

    /// Two who cannot hear the others.
    private void meet(String author, String reader, String text) throws Exception {
        int port = FreePorts.udp();
        try (var from = start(author, port); var to = start(reader, port)) {
            from.awaitJoined(to);
            say(from, text, to);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (var all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path each : files) Files.copy(each, to.resolve(from.relativize(each).toString()));
    }
}
