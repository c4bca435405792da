package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.NOW;
import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailedFiles.One;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent;
import io.landline.ui.transfers.state.OfferAction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a card says of an offer, in each language.
class OfferFormatterTest {
    private static final String TO_MAX = "bb".repeat(32);

    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    private OfferViewModel offer(Transfer... transfers) {
        for (Transfer each : transfers) fixture.node.has(each);
        return ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
    }

    /// The only one of a node of its own.
    private static OfferViewModel alone(Transfer transfer) {
        var other = TransfersFixture.onThisThread();
        other.node.has(transfer);
        return ((TransferRow.Offer) other.model().rows().get(1)).offer();
    }

    @Test
    void whoAnOfferThatHasReachedNobodyWaitsForIsNamed() {
        assertEquals("Offered to the room. Nobody else has been in it yet.", waiting());
        assertEquals("Offered to the room. Waits for Ada, Ben, Cleo.", waiting("Ada", "Ben", "Cleo"));
        assertEquals("Offered to the room. Waits for Ada, Ben, Cleo, 2 more.",
                waiting("Ada", "Ben", "Cleo", "Dan", "Eva"));
    }

    private static String waiting(String... people) {
        var other = TransfersFixture.onThisThread();
        other.node.unreached.add(TransfersFixture.unreached("1", people));
        OfferViewModel offer = ((TransferRow.Offer) other.model().rows().get(1)).offer();
        return plain(new OfferFormatter(other.context(Language.ENGLISH)).state(offer));
    }

    /// Without the marks around names, and with plain blanks.
    private static String plain(String text) {
        return text.replace("\u200e", "").replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    private String state(OfferViewModel offer, Language language) {
        return plain(new OfferFormatter(fixture.context(language)).state(offer));
    }

    private String english(Transfer... transfers) {
        return state(offer(transfers), Language.ENGLISH);
    }

    private static Transfer in(TransferState state, FailureReason reason) {
        return FakeFileTransfers.in(incoming("1", TransferState.OFFERED), state, reason);
    }

    private static Transfer out(TransferState state, FailureReason reason) {
        return FakeFileTransfers.in(outgoing("1", TO_MAX, "Max", TransferState.OFFERED), state, reason);
    }

    @ParameterizedTest
    @EnumSource
    void eachEndHasASentenceOfItsOwnOnEachSideInEachLanguage(FailureReason reason) {
        var sentences = new HashSet<String>();
        for (Language language : Language.values()) {
            for (Transfer transfer : List.of(in(TransferState.FAILED, reason),
                    out(TransferState.FAILED, reason))) {
                sentences.add(state(alone(transfer), language));
            }
        }
        assertEquals(2 * Language.values().length, sentences.size(), sentences::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECLINED       | Declined here. Nothing was saved. | Max declined it. Your file is untouched.
            SOURCE_CHANGED \
            | The file changed at Max while it was sent. What had arrived was removed: ask for it again. \
            | The file changed while it was sent, so nothing of it was delivered. Send it again.
            DISK_FULL      | Your disk is full. What had arrived was removed: free some space, then retry. \
            | The disk of Max is full. Your file is untouched; send it again later.
            """)
    void whoLostWhatIsSaidFromWhereOneSits(FailureReason reason, String atReceiver, String atSender) {
        assertEquals(atReceiver, english(in(TransferState.FAILED, reason)));
        assertEquals(atSender, state(alone(out(TransferState.FAILED, reason)),
                Language.ENGLISH));
    }

    @Test
    void whatItsReceiverCancelledSaysSo() {
        assertEquals(
                "You cancelled it. What was not whole of it was removed. Retry gets it from the beginning, as long as"
                        + " the offer stands.",
                english(FakeFileTransfers.cancelledByReceiver(in(TransferState.RUNNING, null))));
        Transfer sent = FakeFileTransfers.cancelledByReceiver(out(TransferState.RUNNING, null));
        assertEquals("Max cancelled it. Your file is untouched.", state(alone(sent), Language.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DISK_FULL     | Your disk is full. | The disk of Max is full.
            NO_PERMISSION | The file or its folder cannot be written to. What has arrived is kept: allow \
            | Max cannot save it now. What is still there is kept, and it
            FILE_TOO_LARGE | The downloads folder is on a disk that takes no file as large | The disk of Max takes
            PARTIAL_GONE  | What had arrived of a file was moved, deleted or replaced by | What had arrived of
            LOST          | Something went wrong inside Landline; its log says more. | Stopped for now.
            CANCELLED     | Stopped for now. | Stopped for now.
            """)
    void aPauseByADiskSaysWhoseDiskItIsAndHowFarItCame(FailureReason reason, String atReceiver, String atSender) {
        String received = english(in(TransferState.PAUSED, reason));
        assertTrue(received.startsWith(atReceiver), received);
        assertTrue(received.endsWith(" · 0 B of 4 MB"), received);
        String sent = state(alone(out(TransferState.PAUSED, reason)), Language.ENGLISH);
        assertTrue(sent.startsWith(atSender), sent);
    }

    @Test
    void aFolderThatIsGoneIsNamed() {
        Transfer stopped = FakeFileTransfers.withoutFolder(in(TransferState.RUNNING, null), "/media/stick/Landline");
        String said = english(stopped);
        assertTrue(said.startsWith("The folder /media/stick/Landline is not there. What is in it is kept: "), said);
        assertTrue(said.endsWith(" · 0 B of 4 MB"), said);
    }

    @Test
    void whoPausedIsSaid() {
        assertEquals("Paused by you · 0 B of 4 MB",
                english(in(TransferState.PAUSED, null)));
        Transfer byPeer = FakeFileTransfers.pausedByPeer(incoming("1", TransferState.OFFERED));
        assertEquals("Mis en pause par Max, qui seul peut le reprendre · 0 o sur 4 Mo",
                state(alone(byPeer), Language.FRENCH));
        Transfer byBoth = FakeFileTransfers.pausedByBoth(incoming("1", TransferState.OFFERED));
        assertEquals("Paused by you and Max; it goes on once both resume it · 0 B of 4 MB",
                state(alone(byBoth), Language.ENGLISH));
    }

    @Test
    void aRoomInWhichSeveralPausedIsSaidToBePausedWithoutAName() {
        assertEquals("Paused · 0 B of 2 MB",
                english(FakeFileTransfers.pausedByPeer(outgoing("1", "#class", "Max", TransferState.OFFERED)),
                        FakeFileTransfers.in(outgoing("1", "#class", "Eva", TransferState.OFFERED),
                                TransferState.PAUSED, null)));
    }

    @Test
    void theOneMemberOfARoomWhoPausedIsNamedAndNotTheRoom() {
        Transfer byEva = FakeFileTransfers.pausedByPeer(outgoing("1", "#class", "Eva", TransferState.OFFERED));
        assertEquals("Paused by Eva, who alone can go on with it · 0 B of 1 MB",
                state(alone(byEva), Language.ENGLISH));
        assertEquals("Paused · 0 B of 2 MB", english(byEva,
                FakeFileTransfers.pausedByPeer(outgoing("1", "#class", "Max", TransferState.OFFERED, "dd"))));
    }

    @Test
    void whatWaitsSaysWhoseTurnItIs() {
        assertEquals("Waiting for Max …", english(in(TransferState.WAITING, null)));
        Transfer begun = FakeFileTransfers.with(in(TransferState.WAITING, null), TransferState.WAITING, null,
                500_000, List.of());
        assertEquals("Waits for its turn: other files come first. It goes on by itself. · 500 kB of 4 MB",
                english(begun));
        assertEquals("Max accepted. Waits for its turn.",
                state(alone(out(TransferState.WAITING, null)), Language.ENGLISH));
    }

    @Test
    void anOfferToARoomSaysHowManyTakeIt() {
        assertEquals("Offered to 2 people. Nobody has taken it yet.",
                english(outgoing("1", "#class", "Max", TransferState.OFFERED),
                        outgoing("1", "#class", "Eva", TransferState.OFFERED)));
    }

    @Test
    void anOfferToARoomThatNobodySawIsSaidToBeSo() {
        OfferViewModel offer = fixture.model().of(TransfersFixture.item("o", true, NOW), "#class");
        assertEquals("Offered to the room. Nobody has seen it yet.", state(offer, Language.ENGLISH));
        assertEquals("Proposé au salon. Personne ne l’a encore vu.", state(offer, Language.FRENCH));
    }

    @Test
    void anOfferToAPersonWithoutANameStillReadsAsASentence() {
        OfferViewModel offer = fixture.model().of(TransfersFixture.item("o", true, NOW), TO_MAX);
        assertEquals("Offered. Waits until the other person accepts.", state(offer, Language.ENGLISH));
    }

    @Test
    void anOfferToARoomThatMovesCountsThoseWhoHaveIt() {
        OfferViewModel offer = offer(outgoing("1", "#class", "Max", TransferState.DONE),
                outgoing("1", "#class", "Eva", TransferState.RUNNING));
        fixture.node.progress("1-Eva", 500_000, 100_000);
        String said = state(offer, Language.ENGLISH);
        assertTrue(said.startsWith("500 kB of 2 MB · 100 kB/s"), said);
        assertTrue(said.endsWith(" · 1 of 2 has it"), said);
    }

    @Test
    void anOfferThatWaitsInARoomCountsThoseWhoHaveIt() {
        assertEquals("1 of 2 has it", english(outgoing("1", "#class", "Max", TransferState.DONE),
                outgoing("1", "#class", "Eva", TransferState.WAITING)));
    }

    @Test
    void whoAloneTookItIsNamed() {
        OfferViewModel room = offer(outgoing("1", "#class", "Max", TransferState.DONE));
        assertEquals("Max has it", state(room, Language.ENGLISH));
        assertEquals("Max l’a reçu", state(room, Language.FRENCH));
    }

    @Test
    void whatAllHaveIsSaidOnceAndOnTheLineOfFacts() {
        OfferViewModel room = offer(outgoing("1", "#class", "Max", TransferState.DONE),
                outgoing("1", "#class", "Eva", TransferState.DONE));
        var words = new OfferFormatter(fixture.context(Language.ENGLISH));
        assertTrue(OfferFormatter.isTold(room));
        assertEquals("1 MB · 2 of 2 have it", plain(words.about(room)));
        OfferViewModel person = alone(out(TransferState.DONE, null));
        assertEquals("1 MB · Delivered to Max", plain(words.about(person)));
    }

    @Test
    void theLineOfFactsOfTheListNamesWhoWhereAndWhen() {
        var words = OfferFormatter.dated(fixture.context(Language.ENGLISH), InstantSource.fixed(NOW));
        List<String> theirs = List.of(plain(words.about(offer(incoming("1", TransferState.OFFERED)))).split(" · "));
        assertEquals(List.of("4 MB", "From Max", "#class"), theirs.subList(0, 3));
        assertEquals(4, theirs.size(), "and the time: " + theirs);
        List<String> ours = List.of(plain(words.about(alone(out(TransferState.OFFERED, null))))
                .split(" · "));
        assertEquals(List.of("1 MB", "To Max"), ours.subList(0, 2));
        assertEquals(3, ours.size(), "our own offer has no room to name: " + ours);
    }

    @Test
    void severalFilesAreCounted() {
        Transfer one = incoming("1", TransferState.OFFERED);
        var many = PlainRecords.transfer(one.ids(), one.direction(), one.other(),
                new Content(List.of("a.txt", "b.txt"), 12, 4_000_000), one.progress(), one.offered(), List.of());
        OfferViewModel offer = offer(many);
        assertEquals("4 MB · 12 files", plain(new OfferFormatter(fixture.context(Language.ENGLISH)).about(offer)));
        assertEquals("4 Mo · 12 fichiers", plain(new OfferFormatter(fixture.context(Language.FRENCH)).about(offer)));
        assertEquals("et 10 autres", new OfferFormatter(fixture.context(Language.FRENCH)).more(10));
    }

    @Test
    void whoGivesPartsIsNamed() {
        var words = new OfferFormatter(fixture.context(Language.ENGLISH));
        OfferViewModel offer = offer(incoming("1", TransferState.RUNNING));
        fixture.node.progress("1", 1_000_000, 0, List.of(TransfersFixture.fingerprint("bb")));
        assertEquals("1 MB of 4 MB · from bb", plain(words.state(offer)));
        fixture.node.progress("1", 2_000_000, 0,
                Stream.of("cc", "bb", "c1", "c2").map(TransfersFixture::fingerprint).toList());
        assertEquals("2 MB of 4 MB · from cc, bb and 2 more", plain(words.state(offer)));
    }

    @Test
    void howOftenItWasSentAndWhomItHelpsIsSaid() {
        var english = new OfferFormatter(fixture.context(Language.ENGLISH));
        OfferViewModel theirs = offer(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE,
                null, 4_000_000, List.of(Path.of("/downloads/holiday.jpg"))));
        fixture.node.publish(new NodeEvent.Helping("offer-1", 4, null));
        assertEquals("Arrived complete and checked · still helping 4", plain(english.state(theirs)));
        assertEquals("4 MB", plain(english.about(theirs)));
        fixture.node.publish(new NodeEvent.Helping("offer-1", 0, null));
        assertEquals("4 MB · Arrived complete and checked", plain(english.about(theirs)));
    }

    private Transfer withLost(Transfer one, long files) {
        var lost = new FailedFiles(files, 10, List.of(new One("Holiday/a.jpg", FailureReason.SOURCE_CHANGED)));
        return PlainRecords.transfer(one.ids(), one.direction(), one.other(),
                new Content(List.of("Holiday"), 10_000, 1_000, 4),
                new Progress(TransferState.DONE, 990, null, false, false, lost, null, 0), one.offered(), one.paths());
    }

    @Test
    void filesThatTheirSenderCouldNotGiveAreCountedAndNamed() {
        var words = new OfferFormatter(fixture.context(Language.ENGLISH));
        OfferViewModel theirs = offer(withLost(incoming("1", TransferState.DONE), 1));
        assertEquals("9,999 of 10,000 files arrived and were checked. "
                + "1 changed or went at Max meanwhile, who has to offer that again: a.jpg", plain(words.state(theirs)));
        OfferViewModel ours = alone(withLost(outgoing("2", "bb".repeat(32), "Max", TransferState.DONE), 2));
        assertEquals("9,998 of 10,000 files arrived. 2 changed or went meanwhile: a.jpg. Send again offers that alone",
                plain(words.state(ours)));
        assertEquals(Set.of(OfferAction.OFFER_AGAIN), ours.actions());
    }

    @Test
    void ofSeveralFilesTheSenderClaimsNoMoreThanItKnows() {
        Transfer one = outgoing("2", "bb".repeat(32), "Max", TransferState.DONE);
        OfferViewModel offer = offer(PlainRecords.transfer(one.ids(), one.direction(), one.other(),
                new Content(List.of("Holiday"), 35, 1_000, 4), one.progress(), one.offered(), one.paths()));
        assertEquals("Max has all that was wanted of it",
                plain(new OfferFormatter(fixture.context(Language.ENGLISH)).state(offer)));
        assertFalse(OfferFormatter.isTold(offer));
    }

    @Test
    void anOriginSaysHowOftenItSentTheSize() {
        fixture.node.has(outgoing("2", "#class", "Max", TransferState.DONE, "c1"));
        fixture.node.has(outgoing("2", "#class", "Eva", TransferState.RUNNING, "c2"));
        OfferViewModel ours = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        fixture.node.publish(new NodeEvent.Helping("offer-2", 1, 1.12));
        var french = new OfferFormatter(fixture.context(Language.FRENCH));
        String said = plain(new OfferFormatter(fixture.context(Language.ENGLISH)).state(ours));
        assertTrue(said.endsWith(" · 1 of 2 has it · sent 1.12×"), said);
        assertTrue(plain(french.state(ours)).endsWith(" · envoyé 1,12×"), french.state(ours));
    }

    @Test
    void eachReceiverOfARoomHasALineOfItsOwn() {
        var words = new OfferFormatter(fixture.context(Language.ENGLISH));
        fixture.node.has(outgoing("2", "#class", "Max", TransferState.DONE, "c1"));
        fixture.node.has(outgoing("2", "#class", "Eva", TransferState.RUNNING, "c2"));
        fixture.node.has(outgoing("2", "#class", "Noor", TransferState.WAITING, "dd"));
        fixture.node.has(outgoing("2", "#class", "Ali", TransferState.OFFERED, "cc"));
        fixture.node.has(FakeFileTransfers.in(outgoing("2", "#class", "Bo", TransferState.OFFERED, "bb"),
                TransferState.FAILED, FailureReason.DECLINED));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        fixture.node.progress("2-Eva", 459_999, 2_000_000);
        assertEquals(List.of("has it", "45% · 2\u00A0MB/s", "away, 0%", "not decided yet", "declined"),
                offer.transfers().receivers().stream().map(each -> words.receiver(offer, each)).toList());
    }

    private OfferViewModel folders(List<String> names, long files, long folders) {
        Transfer one = incoming("1", TransferState.OFFERED);
        return offer(PlainRecords.transfer(one.ids(), one.direction(), one.other(),
                new Content(names, files, 1_200_000_000, folders), one.progress(), one.offered(), List.of()));
    }

    @Test
    void foldersAreCountedBeyondTheOneThatIsNamed() {
        var english = new OfferFormatter(fixture.context(Language.ENGLISH));
        var french = new OfferFormatter(fixture.context(Language.FRENCH));
        OfferViewModel flat = folders(List.of("Holiday"), 120, 1);
        assertEquals("1.2 GB · 120 files", plain(english.about(flat)));
        assertTrue(plain(english.spoken(flat)).startsWith("folder, Holiday, 1.2 GB · 120 files"));
        OfferViewModel deep = folders(List.of("Holiday"), 1, 14);
        assertEquals("1.2 GB · 1 file in 14 folders", plain(english.about(deep)));
        assertEquals("1,2 Go · 1 fichier dans 14 dossiers", plain(french.about(deep)));
        OfferViewModel mixed = folders(List.of("Holiday", "notes.txt"), 121, 1);
        assertEquals("1.2 GB · 121 files in 1 folder", plain(english.about(mixed)));
    }

    @Test
    void aScreenReaderHearsNameFactsAndState() {
        var words = new OfferFormatter(fixture.context(Language.ENGLISH));
        assertEquals("holiday.jpg, 4 MB, Max wants to send you this.",
                plain(words.spoken(offer(incoming("1", TransferState.OFFERED)))));
        OfferViewModel done = alone(FakeFileTransfers.with(incoming("1", TransferState.OFFERED),
                TransferState.DONE, null, 4_000_000, List.of(Path.of("/downloads/holiday (2).jpg"))));
        assertEquals("holiday (2).jpg, 4 MB · Arrived complete and checked", plain(words.spoken(done)));
    }

    @Test
    void aLongNameIsShortenedInTheSentence() {
        String name = "Maximiliane Wolkenstein-Hohenfels of the second floor";
        Transfer known = out(TransferState.FAILED, FailureReason.DECLINED);
        var other = new Other(known.other().peer(), name);
        String said = english(
                PlainRecords.transfer(known.ids(), known.direction(), other, known.content(), known.progress(),
                        known.offered(), known.paths()));
        assertFalse(said.contains(name), said);
        assertTrue(said.startsWith("Maximiliane Wolkenstein"), said);
        assertTrue(said.endsWith(" declined it. Your file is untouched."), said);
    }

    @Test
    void everyButtonHasItsOwnWord() {
        for (Language language : Language.values()) {
            var words = new OfferFormatter(fixture.context(language));
            Set<String> labels = new HashSet<>();
            for (OfferAction each : EnumSet.allOf(OfferAction.class)) labels.add(words.action(each));
            assertEquals(OfferAction.values().length, labels.size(), labels::toString);
        }
    }
}
