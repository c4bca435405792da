package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.ChatsViewModel;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.composer.PasteViewModel.Pasted;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.timeline.TimelineViewModel;
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
    private final PasteViewModel model = new PasteViewModel(fixture.context, fixture.memory.pasted(), _ -> {},
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
        assertTrue(model.isEmpty());
    }

    @Test
    void filesForAConversationThatOpensLaterWaitForItAlone() {
        fixture.chats.room("other", true, 0);
        fixture.chats.room("third", true, 0);
        model.files("#other", List.of(Path.of("/home/me/a.pdf")));
        assertTrue(model.isEmpty(), "not for the one that is open");
        model.open("#other");
        model.offer();
        assertEquals(List.of("#other [/home/me/a.pdf]"), fixture.chats.offered);
        model.files("#third", List.of(Path.of("/home/me/b.pdf")));
        model.open("#class");
        model.open("#third");
        model.offer();
        assertEquals("#third [/home/me/b.pdf]", fixture.chats.offered.getLast(), "whatever was opened before");
    }

    @Test
    void whatCouldNotBeOfferedWaitsInItsOwnConversation() {
        fixture.chats.room("other", true, 0);
        model.files(List.of(Path.of("/home/me/a.pdf")));
        fixture.chats.diskFull = true;
        fixture.chats.whileOffering = () -> model.open("#other");
        model.offer();
        assertTrue(model.isEmpty());
        model.open("#class");
        assertEquals(1, model.pasted().get().size());
    }

    @Test
    void whatWaitsInALeftRoomIsGoneWithIt() {
        model.picture(5000, 3000, new int[15_000_000]);
        model.open("#film");
        assertFalse(model.mayTake(5000, 3000), "those that wait elsewhere count");
        fixture.memory.pasted().keepOnly(conversation -> !conversation.equals("#class"));
        assertTrue(model.mayTake(5000, 3000));
        model.open("#class");
        assertTrue(model.isEmpty());
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
        assertInstanceOf(Pasted.Picture.class, model.pasted().get().getFirst());
    }

    @Test
    void aPictureThatWasNotOfferedStaysAndLeavesNoFile() throws IOException {
        fixture.chats.diskFull = true;
        model.picture(1, 1, new int[]{0});
        model.offer();
        assertInstanceOf(Pasted.Picture.class, model.pasted().get().getFirst());
        try (var files = Files.list(fixture.downloads)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void theTimelineGoesToWhatWasPastedAndOffered() {
        fixture.chats.text("#class", 1, Fixture.MAX, "first");
        try (var chats = fixture.freshPage()) {
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
    void theListSaysWhereSomethingWaits() {
        fixture.chats.room("other", true, 0);
        try (var chats = fixture.freshPage()) {
            chats.open("#class");
            chats.paste().files(List.of(Path.of("/home/me/a.pdf")));
            assertEquals("", begun(chats, "#class"), "it is in sight");
            chats.open("#other");
            assertTrue(begun(chats, "#class").contains("a.pdf"), begun(chats, "#class"));
            chats.open("#class");
            chats.paste().files(List.of(Path.of("/home/me/b.pdf")));
            chats.open("#other");
            assertEquals("2 items", begun(chats, "#class"));
            chats.open("#class");
            chats.composer().text().set("one moment");
            chats.open("#other");
            assertEquals("one moment", begun(chats, "#class"));
        }
    }

    private static String begun(ChatsViewModel chats, String key) {
        return chats.rows()
                .stream()
                .filter(row -> row instanceof ListRow.Talk talk && talk.of().key().equals(key))
                .map(row -> ((ListRow.Talk) row).draft())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherConversationDoesNotGetWhatWasPastedHere() {
        model.files(List.of(Path.of("/home/me/a.pdf")));
        model.open("#film");
        assertTrue(model.isEmpty());
        model.offer();
        assertEquals(List.of(), fixture.chats.offered);
        model.open("#class");
        model.offer();
        assertEquals(List.of("#class [/home/me/a.pdf]"), fixture.chats.offered, "it waited where it was meant");
    }

    @Test
    void whatIsDiscardedIsNotOffered() {
        model.files(List.of(Path.of("/home/me/a.pdf")));
        model.discard();
        model.offer();
        assertEquals(List.of(), fixture.chats.offered);
    }

    @Test
    void aSecondPasteWaitsWithTheFirstAndBothAreOneOffer() {
        model.files(List.of(Path.of("/home/me/a.pdf")));
        model.files(List.of(Path.of("/home/me/b.pdf"), Path.of("/home/me/Holiday")));
        model.offer();
        assertEquals(List.of("#class [/home/me/a.pdf, /home/me/b.pdf, /home/me/Holiday]"), fixture.chats.offered);
    }

    @Test
    void picturesAndFilesAreOfferedInTheOrderInWhichTheyCame() throws IOException {
        model.picture(1, 1, new int[]{0xff00ff00});
        model.files(List.of(Path.of("/home/me/a.pdf")));
        model.picture(1, 1, new int[]{0xff00ff00});
        model.offer();
        assertEquals(1, fixture.chats.sent.size());
        List<Path> sent = fixture.chats.sent.getFirst();
        assertEquals(3, sent.size());
        assertEquals(Path.of("/home/me/a.pdf"), sent.get(1));
        for (int at : List.of(0, 2)) assertTrue(Files.size(sent.get(at)) > 0);
        assertNotEquals(sent.getFirst(), sent.getLast(), "the same pixels, and two files");
    }

    @Test
    void aFileThatWaitsIsNotAddedTwice() {
        model.files(List.of(Path.of("/home/me/a.pdf")));
        model.files(List.of(Path.of("/home/me/b.pdf"), Path.of("/home/me/a.pdf")));
        model.offer();
        assertEquals(List.of("#class [/home/me/a.pdf, /home/me/b.pdf]"), fixture.chats.offered);
    }

    @Test
    void oneCanBeTakenOutAlone() {
        model.files(List.of(Path.of("/home/me/a.pdf"), Path.of("/home/me/b.pdf")));
        model.picture(1, 1, new int[]{0});
        model.picture(1, 1, new int[]{0});
        model.remove(model.pasted().get().getFirst());
        model.remove(model.pasted().get().getLast());
        assertEquals(2, model.pasted().get().size(), "a picture with the same pixels stays");
        model.remove(model.pasted().get().getLast());
        model.offer();
        assertEquals(List.of("#class [/home/me/b.pdf]"), fixture.chats.offered);
    }

    @Test
    void picturesThatWaitAreBoundedTogether() {
        int half = PasteViewModel.PIXELS_MAX / 2;
        model.picture(half, 1, new int[half]);
        model.picture(half, 1, new int[half]);
        assertEquals(2, model.pasted().get().size());
        assertFalse(model.mayTake(1, 1));
        assertEquals(List.of("problem: The pasted pictures that wait are too large together. "
                + "Offer them first, then paste this one again."), fixture.window.told);
        model.remove(model.pasted().get().getFirst());
        assertTrue(model.mayTake(half, 1));
        assertFalse(model.mayTake(PasteViewModel.PIXELS_MAX + 1, 1));
        assertTrue(fixture.window.told.getLast().startsWith("problem: The pasted picture is too large."));
    }

    @Test
    void whatWasNotOfferedStandsBeforeWhatWasPastedMeanwhile() {
        fixture.chats.diskFull = true;
        model.files(List.of(Path.of("/home/me/a.pdf")));
        fixture.chats.whileOffering = () -> model.files(List.of(Path.of("/home/me/b.pdf")));
        model.offer();
        fixture.chats.diskFull = false;
        model.offer();
        assertEquals(List.of("#class [/home/me/a.pdf, /home/me/b.pdf]"), fixture.chats.offered);
    }
}
