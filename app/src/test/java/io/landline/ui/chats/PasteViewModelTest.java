package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.PasteViewModel.Pasted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasteViewModelTest {
    @TempDir
    private Path folder;

    private final Fixture fixture = new Fixture();
    private final PasteViewModel model = new PasteViewModel(fixture.context, _ -> {},
            InstantSource.fixed(Instant.parse("2026-11-20T14:20:05Z")));

    @BeforeEach
    void openARoom() {
        fixture.downloads = folder.resolve("Downloads");
        fixture.chats.room("class", true, 0);
        model.open("#class");
    }

    @Test
    void pastedFilesAreOfferedWhenTheUserSaysSo() {
        model.files(List.of(Path.of("/home/me/a.pdf")));
        assertEquals(List.of(), fixture.chats.offered);
        model.offer();
        assertEquals(List.of("#class [/home/me/a.pdf]"), fixture.chats.offered);
        assertNull(model.pasted().get());
    }

    @Test
    void filesForAConversationThatOpensLaterWaitForItAlone() {
        fixture.chats.room("other", true, 0);
        fixture.chats.room("third", true, 0);
        model.files("#other", List.of(Path.of("/home/me/a.pdf")));
        assertNull(model.pasted().get(), "not for the one that is open");
        model.open("#other");
        model.offer();
        assertEquals(List.of("#other [/home/me/a.pdf]"), fixture.chats.offered);
        model.files("#third", List.of(Path.of("/home/me/b.pdf")));
        model.open("#class");
        model.open("#third");
        assertNull(model.pasted().get(), "another was opened instead: it is no longer meant");
    }

    @Test
    void aPastedPictureBecomesAFileWithANameOfItsOwn() throws IOException {
        for (int i = 0; i < 2; i++) {
            model.picture(1, 1, new int[]{0xff00ff00});
            model.offer();
        }
        assertEquals(2, fixture.chats.offered.size());
        try (var files = Files.list(fixture.downloads)) {
            List<Path> written = files.sorted().toList();
            assertEquals(2, written.size(), "one of the same second replaces none");
            for (Path each : written) {
                assertTrue(each.toString().endsWith(".png"));
                assertArrayEquals(new byte[]{(byte) 0x89, 'P', 'N', 'G'},
                        Arrays.copyOf(Files.readAllBytes(each), 4));
            }
        }
    }

    @Test
    void whatCannotBeSavedIsSaidAndKept() throws IOException {
        Files.writeString(fixture.downloads, "a file, no folder");
        model.picture(1, 1, new int[]{0});
        model.offer();
        assertEquals(List.of(), fixture.chats.offered);
        assertTrue(fixture.window.told.getFirst().startsWith("problem: The pasted picture could not be saved"));
        assertInstanceOf(Pasted.Picture.class, model.pasted().get());
    }

    @Test
    void aPictureThatWasNotOfferedStaysAndLeavesNoFile() throws IOException {
        fixture.chats.diskFull = true;
        model.picture(1, 1, new int[]{0});
        model.offer();
        assertInstanceOf(Pasted.Picture.class, model.pasted().get());
        try (var files = Files.list(fixture.downloads)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void theTimelineGoesToWhatWasPastedAndOffered() {
        fixture.chats.text("#class", 1, Fixture.MAX, "first");
        try (var chats = new ChatsViewModel(fixture.context, Fixture.moments())) {
            chats.open("#class");
            TimelineViewModel timeline = Objects.requireNonNull(chats.timeline().get());
            timeline.setFollowing(false);
            for (int i = 2; i <= 10_000; i++) fixture.chats.text("#class", i, Fixture.MAX, "entry " + i);
            fixture.chats.changed("#class");
            assertFalse(timeline.atNewest().get(), "somebody reads further up");
            chats.paste().files(List.of(Path.of("/home/me/a.pdf")));
            chats.paste().offer();
            assertTrue(timeline.atNewest().get());
        }
    }

    @Test
    void anotherConversationDoesNotGetWhatWasPastedHere() {
        model.files(List.of(Path.of("/home/me/a.pdf")));
        model.open("#film");
        assertNull(model.pasted().get());
        model.offer();
        assertEquals(List.of(), fixture.chats.offered);
    }

    @Test
    void whatIsDiscardedIsNotOffered() {
        model.files(List.of(Path.of("/home/me/a.pdf")));
        model.discard();
        model.offer();
        assertEquals(List.of(), fixture.chats.offered);
    }
}
