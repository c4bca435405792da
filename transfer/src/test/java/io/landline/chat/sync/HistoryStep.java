package io.landline.chat.sync;

import io.landline.chat.EntryKind;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.React;
import io.landline.chat.act.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One thing that happens in a random history. Nodes are numbers; what a number means when there are fewer is its
/// remainder, so that a step still means something in a shortened history.
sealed interface HistoryStep {
    /// @param text that no other step says
    record Says(int node, String text) implements HistoryStep {}

    /// An act on something that the node holds.
    ///
    /// @param target which of it
    record Acts(int node, Kind kind, int target, int choice) implements HistoryStep {
        enum Kind { EDIT, DELETE, DELETE_ANOTHERS, REACT, PIN, POLL, VOTE, CLOSE }

        static EntryKind kind(Act act) {
            return switch (act) {
                case Edit _ -> EntryKind.EDIT;
                case Delete _ -> EntryKind.DELETE;
                case React _ -> EntryKind.REACT;
                case Pin _ -> EntryKind.PIN;
                case Vote _ -> EntryKind.VOTE;
                case Close _ -> EntryKind.CLOSE;
            };
        }
    }

    record Meets(int node, int other) implements HistoryStep {}

    record Parts(int node, int other) implements HistoryStep {}

    /// The network falls into two halves: sessions between them end.
    record Splits(int at) implements HistoryStep {}

    /// The node dies at a write to its disk that comes soon, and is started again.
    ///
    /// @param write which one from now on
    /// @param after whether what was written is there afterwards
    record Dies(int node, int write, boolean after) implements HistoryStep {}

    /// A copy of the profile is put aside.
    record BacksUp(int node) implements HistoryStep {}

    /// The copy takes the place of the profile.
    record Restores(int node) implements HistoryStep {}

    /// A copy of the profile is started on another computer, beside it.
    record Copies(int node) implements HistoryStep {}

    /// Its clock is wrong from its next start on.
    record Skews(int node, int minutes) implements HistoryStep {}

    record Waits(int millis) implements HistoryStep {}

    /// Some frames arrive.
    record Hears(int frames) implements HistoryStep {}

    /// @param restores whether copies of profiles take their place, or run beside them
    static List<HistoryStep> random(Random random, int nodes, int steps, boolean restores) {
        var all = new ArrayList<HistoryStep>();
        for (int i = 0; i < steps; i++) all.add(one(random, nodes, i, restores));
        return all;
    }

    private static HistoryStep one(Random random, int nodes, int number, boolean restores) {
        int node = random.nextInt(nodes);
        int other = random.nextInt(nodes);
        return switch (random.nextInt(restores ? 19 : 16)) {
            case 0, 1, 2 -> new Says(node, "text " + number);
            case 3, 4, 5 -> new Acts(node, Acts.Kind.values()[random.nextInt(Acts.Kind.values().length)],
                    random.nextInt(1_000), random.nextInt(3));
            case 6, 7 -> new Meets(node, other);
            case 8 -> new Parts(node, other);
            case 9 -> random.nextInt(4) == 0 ? new Splits(random.nextInt(nodes)) : new Meets(node, other);
            case 10 -> new Dies(node, 1 + random.nextInt(6), random.nextBoolean());
            case 11 -> new Skews(node, random.nextInt(4_000) - 2_000);
            case 12 -> new Waits(random.nextInt(1_500));
            case 16 -> new BacksUp(node);
            case 17 -> random.nextInt(3) == 0 ? new Restores(node) : new BacksUp(node);
            case 18 -> new Copies(node);
            default -> new Hears(1 + random.nextInt(20));
        };
    }
}
