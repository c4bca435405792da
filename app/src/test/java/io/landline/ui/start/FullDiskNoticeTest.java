package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.NodeEvent.TransferResumed;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.ui.page.Notices;
import io.landline.ui.welcome.FakeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the window says above any page when the disk is full.
class FullDiskNoticeTest implements Notices {
    private static final Fingerprint BOB = Fingerprint.parse("b0".repeat(32));

    private final List<String> told = new ArrayList<>();
    private final List<Object> subjects = new ArrayList<>();
    private final List<Object> over = new ArrayList<>();
    private final List<Remedy> remedies = new ArrayList<>();
    private final FakeWindow window = new FakeWindow();
    private final EventNotices notices = new EventNotices(Texts.beside(EventNotices.class, Language.ENGLISH), this,
            window, _ -> {}, _ -> false, () -> Duration.ZERO);

    @Override
    public void problem(Object subject, String sentence, Remedy remedy) {
        subjects.add(subject);
        told.add(sentence);
        remedies.add(remedy);
    }

    @Override
    public void over(Object subject) {
        over.add(subject);
    }

    @Override
    public void done(String sentence) {
        throw new AssertionError(sentence);
    }

    @Override
    public void done(String sentence, Remedy undo) {
        throw new AssertionError(sentence);
    }

    @Override
    public void news(String sentence) {
        throw new AssertionError(sentence);
    }

    @Override
    public void fact(String sentence) {
        throw new AssertionError(sentence);
    }

    @Override
    public void problem(String sentence) {
        throw new AssertionError(sentence);
    }

    @Override
    public void problem(Object subject, String sentence) {
        throw new AssertionError(sentence);
    }

    @Override
    public void question(Object subject, String sentence, Remedy remedy) {
        throw new AssertionError(sentence);
    }

    private void take(NodeEvent event) {
        notices.take(event, Instant.EPOCH);
    }

    private static TransferId id(String transfer, Direction direction) {
        return new TransferId("0ffe", transfer, BOB, direction);
    }

    private void fails(String transfer, Direction direction, FailureReason reason, boolean resumable) {
        take(new TransferFailed(id(transfer, direction), "Bob", reason, resumable, null, 0));
    }

    private void isFull(String transfer) {
        fails(transfer, Direction.IN, FailureReason.DISK_FULL, true);
    }

    private static String sentence(int stopped) {
        return "Your disk has too little space. Stopped on the way to you: " + stopped + ". What has arrived is kept:"
                + " free some space, then resume in Files.";
    }

    @Test
    void severalThatAFullDiskStopsShareOneNoticeThatLeadsToThem() {
        isFull("1");
        isFull("2");
        isFull("2");
        isFull("3");
        assertEquals(List.of(sentence(1), sentence(2), sentence(3)), told);
        assertEquals(1, subjects.stream().distinct().count(), "each takes the place of the one before");
        remedies.getLast().act().run();
        assertEquals(List.of("transfers"), window.told);
    }

    /// Its sender paused and went on; here nothing does.
    @Test
    void itStaysWhereOnlyTheSenderGoesOn() {
        isFull("1");
        take(new TransferResumed(id("1", Direction.IN), true));
        assertEquals(List.of(), over);
    }

    @Test
    void itIsOverWhenOneGoesOnOrEndsAndComesAgainWithThoseThatStillWait() {
        isFull("1");
        isFull("2");
        take(new TransferResumed(id("1", Direction.IN), false));
        assertEquals(List.of(subjects.getFirst()), over);
        isFull("1");
        assertEquals(sentence(2), told.getLast());
        fails("2", Direction.IN, FailureReason.CANCELLED, false);
        assertEquals(2, over.size());
    }

    @Test
    void whatStopsForOtherReasonsOrAtOthersIsNotTold() {
        fails("1", Direction.OUT, FailureReason.DISK_FULL, true);
        fails("2", Direction.IN, FailureReason.NO_PERMISSION, true);
        fails("3", Direction.IN, FailureReason.DISK_FULL, false);
        take(new TransferResumed(id("4", Direction.IN), false));
        assertTrue(told.isEmpty() && over.isEmpty(), told.toString());
    }
}
