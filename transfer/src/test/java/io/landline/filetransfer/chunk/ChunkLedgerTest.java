package io.landline.filetransfer.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.chunk.ChunkLedger.Outcome;
import io.landline.swarm.ChunkSpan;
import io.landline.testing.Seed;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkLedgerTest {
    private static final byte[] RIGHT = new byte[32];
    private static final byte[] WRONG = new byte[]{1};

    /// The first chunks of which this run verified itself.
    private static ChunkLedger ledger(int count, int verified) {
        var proven = new BitSet();
        proven.set(0, verified);
        return new ChunkLedger(count, verified, proven);
    }

    @Test
    void whatAnEarlierRunVerifiedIsNotedAsKeptButCountsOnlyAfterItWasReadAgain() {
        var ledger = new ChunkLedger(3, 3, new BitSet());
        assertEquals(3, ledger.prefix());
        assertFalse(ledger.isComplete());
        assertEquals(List.of(), ledger.ask(0));
        ledger.reread(0, true);
        ledger.reread(2, true);
        ledger.reread(1, false);
        assertEquals(1, ledger.prefix());
        assertFalse(ledger.isComplete());
        assertEquals(List.of(new ChunkSpan(1, 1)), ledger.ask(0));
        assertTrue(ledger.arriving(1));
        ledger.written(1, RIGHT);
        assertEquals(Outcome.VERIFIED, ledger.hashReceived(1, RIGHT));
        assertEquals(3, ledger.prefix());
        assertTrue(ledger.isComplete());
    }

    @Test
    void aChunkIsVerifiedWhicheverComesFirst() {
        var ledger = ledger(2, 0);
        assertEquals(List.of(new ChunkSpan(0, 2)), ledger.ask(0));
        assertTrue(ledger.arriving(0));
        assertEquals(Outcome.WAITING, ledger.written(0, RIGHT));
        assertEquals(1, ledger.prefix(), "on the disk, and proven later");
        assertEquals(Outcome.VERIFIED, ledger.hashReceived(0, RIGHT));
        assertEquals(1, ledger.prefix());
        assertEquals(Outcome.WAITING, ledger.hashReceived(1, RIGHT));
        assertTrue(ledger.arriving(1));
        assertEquals(Outcome.VERIFIED, ledger.written(1, RIGHT));
        assertTrue(ledger.isComplete());
    }

    @Test
    void h37_aChunkNobodyAskedForOrThatComesTwiceIsNotTaken() {
        var ledger = ledger(100, 3);
        ledger.ask(0);
        assertFalse(ledger.arriving(0));
        assertFalse(ledger.arriving(-1 & Integer.MAX_VALUE));
        assertFalse(ledger.arriving(3 + ChunkLedger.ASKED_MAX));
        assertTrue(ledger.arriving(3));
        assertFalse(ledger.arriving(3));
        assertEquals(Outcome.UNWANTED, ledger.written(4, RIGHT));
        assertEquals(Outcome.UNWANTED, ledger.hashReceived(99, RIGHT));
        assertEquals(Outcome.UNWANTED, ledger.hashReceived(0, WRONG));
    }

    @Test
    void aWrongChunkIsAskedForAgainAndGivenUpAfterSoManyTimes() {
        var ledger = ledger(1, 0);
        for (int attempt = 1; attempt <= ChunkLedger.ATTEMPTS_MAX; attempt++) {
            assertEquals(List.of(new ChunkSpan(0, 1)), ledger.ask(0));
            ledger.hashReceived(0, RIGHT);
            assertTrue(ledger.arriving(0));
            assertEquals(attempt < ChunkLedger.ATTEMPTS_MAX ? Outcome.WRONG : Outcome.GIVEN_UP,
                    ledger.written(0, WRONG));
        }
        assertFalse(ledger.isComplete());
    }

    @Test
    void noMoreIsAskedForWhileSoManyChunksWaitForTheirHash() {
        var ledger = ledger(10_000, 0);
        int asked = 0;
        for (List<ChunkSpan> runs; !(runs = ledger.ask(0)).isEmpty();) {
            for (ChunkSpan run : runs) {
                for (int chunk = run.first(); chunk < run.end(); chunk++) {
                    ledger.arriving(chunk);
                    ledger.written(chunk, RIGHT);
                    asked++;
                }
            }
        }
        assertTrue(asked <= ChunkLedger.UNHASHED_MAX && asked > ChunkLedger.UNHASHED_MAX - ChunkLedger.ASKED_MAX,
                () -> "asked");
        for (int chunk = 0; chunk < ChunkLedger.ASKED_MAX; chunk++) ledger.hashReceived(chunk, RIGHT);
        assertFalse(ledger.ask(0).isEmpty());
    }

    @Test
    void whateverTheOrderEveryChunkIsAskedForUntilAllAreVerified() {
        var random = Seed.random("ChunkLedgerTest");
        for (int round = 0; round < 200; round++) {
            int count = random.nextInt(1, 700);
            var ledger = ledger(count, random.nextInt(count));
            var wire = new ArrayDeque<Integer>();
            var hashes = new ArrayDeque<Integer>();
            int errors = 2;
            while (!ledger.isComplete()) {
                for (ChunkSpan run : ledger.ask(0)) for (int c = run.first(); c < run.end(); c++) {
                    if (random.nextBoolean()) {
                        wire.addLast(c);
                    } else {
                        wire.addFirst(c);
                    }
                }
                if (!wire.isEmpty() && random.nextBoolean()) {
                    int chunk = wire.removeFirst();
                    assertTrue(ledger.arriving(chunk));
                    boolean spoilt = errors > 0 && random.nextInt(50) == 0;
                    if (spoilt) errors--;
                    ledger.written(chunk, spoilt ? WRONG : RIGHT);
                    hashes.add(chunk);
                } else if (!hashes.isEmpty()) {
                    ledger.hashReceived(hashes.removeFirst(), RIGHT);
                }
            }
        }
    }
}
