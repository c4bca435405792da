package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Serial;
import io.landline.presence.packet.Proof;
import io.landline.testing.Seed;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The table keeps in mind until when no row may go; this compares each of its decisions with a look at all rows.
class PeerTableTest {
    private static final int STEPS = 40_000;
    private static final int[] SECONDS = {60, 5, 10};

    private final Random random = Seed.random("PeerTableTest");
    private final PeerTable table = new PeerTable();
    private Duration now = Duration.ofMinutes(1);
    private int people;
    private int manners = 1;

    @Test
    void aFullTableDecidesAsIfItHadLookedAtAllRows() {
        while (table.size() < PeerTable.ROWS_MAX) table.admit(newcomer(random.nextInt(8) != 0), now);
        int went = 0;
        int refused = 0;
        for (int step = 0; step < STEPS; step++) {
            // all speak seldom for a while, then as they like
            if (step % 6_000 == 0) manners = manners == 1 ? SECONDS.length : 1;
            // never twice the same time, so there is one longest silent
            now = now.plusNanos(1 + random.nextInt(1_000_000));
            switch (random.nextInt(10)) {
                case 0 -> {
                    // What never was checked may be held back by its own bound as well; a checked one is what the rows
                    // decide about.
                    PeerRow newcomer = newcomer(true);
                    Optional<PeerRow> expected = longestSilent();
                    PeerTable.Admission admission = table.admit(newcomer, now);
                    assertEquals(expected, admission.evicted());
                    assertEquals(expected.isPresent(), admission.listed());
                    if (admission.listed()) {
                        went++;
                    } else {
                        refused++;
                    }
                }
                case 1 -> {
                    if (random.nextInt(20) == 0) table.admit(newcomer(false), now);
                }
                case 2 -> {
                    if (random.nextInt(100) == 0) now = now.plusSeconds(random.nextInt(30)); // a quiet while
                }
                default -> hear(any());
            }
            if (random.nextInt(1_000) == 0) table.remove(any());
            if (table.size() < PeerTable.ROWS_MAX) table.admit(newcomer(random.nextBoolean()), now);
        }
        assertTrue(went > 100 && refused > 100, went + " went, " + refused + " were refused");
    }

    @Test
    void whoPromisesToSpeakMoreOftenMayGoTheSooner() {
        while (table.size() < PeerTable.ROWS_MAX) table.admit(newcomer(true), now);
        assertEquals(PeerTable.Admission.REFUSED, table.admit(newcomer(true), now));
        PeerRow hasty = any();
        table.hear(hasty, at(0), Duration.ofSeconds(5), now.plusSeconds(1));
        assertEquals(PeerTable.Admission.REFUSED, table.admit(newcomer(true), now.plusSeconds(11)));
        assertEquals(Optional.of(hasty), table.admit(newcomer(true), now.plusMillis(11_001)).evicted());
    }

    @Test
    void whileAllRowsAreTakenAndHeardANewcomerHasNoChance() {
        while (table.size() < PeerTable.ROWS_MAX) table.admit(newcomer(true), now);
        PeerRow newcomer = newcomer(true);
        assertEquals(PeerTable.Admission.REFUSED, table.admit(newcomer, now));
        Duration silent = any().silentAt(2);
        assertFalse(table.mayTake(newcomer.peer, silent), "none of them is silent for longer than it said");
        assertTrue(table.mayTake(newcomer.peer, silent.plusNanos(1)));
        table.remove(any());
        assertTrue(table.mayTake(newcomer.peer, now), "one row is free");
    }

    private Optional<PeerRow> longestSilent() {
        List<PeerRow> unchecked = table.rows().stream().filter(row -> !row.isChecked()).toList();
        List<PeerRow> candidates = unchecked.isEmpty()
                ? table.rows().stream().filter(row -> now.compareTo(row.silentAt(2)) > 0).toList()
                : unchecked;
        return candidates.stream().min(Comparator.comparing(PeerRow::heardAt));
    }

    private void hear(PeerRow row) {
        table.hear(row, at(0), Duration.ofSeconds(SECONDS[random.nextInt(manners)]), now);
        if (!row.isChecked() && random.nextInt(4) == 0) row.prove(row.said());
    }

    private PeerRow any() {
        return new ArrayList<>(table.rows()).get(random.nextInt(table.size()));
    }

    private PeerRow newcomer(boolean checked) {
        int number = ++people;
        byte[] key = ByteBuffer.allocate(Fingerprint.BYTES).putInt(number).array();
        var said = new Announcement(false, Fingerprint.of(key), new Serial(1, 1), new AnnouncedState(
                new PeerName("n"), 6_000, List.of(), Set.of()), Duration.ofSeconds(SECONDS[random.nextInt(manners)]),
                new Proof(new byte[32], key));
        return new PeerRow(said, at(number), 5_263, checked, now);
    }

    private static InetSocketAddress at(int number) {
        return new InetSocketAddress(VirtualNet.address(number), 5_264);
    }
}
