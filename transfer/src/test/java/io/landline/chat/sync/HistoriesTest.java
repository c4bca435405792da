package io.landline.chat.sync;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random lives of up to eight nodes: they write, act on what is there, part and meet, die at any write to the disk,
/// have wrong clocks and restored profiles. In the end what all hold is equal, and nothing confirmed is lost or
/// doubled.
///
/// `-Dlandline.histories=1000` plays as many, `-Dlandline.seed=N` the one of that seed.
@Timeout(3_600)
class HistoriesTest {
    private static final int IN_A_BUILD = 20;

    static LongStream seeds() {
        Long given = Long.getLong("landline.seed");
        return given != null
                ? LongStream.of(given)
                : new Random().longs(Integer.getInteger("landline.histories", IN_A_BUILD), 0, 1L << 48);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHistoryEndsEqual(long seed) {
        History.of(seed).play();
    }
}
