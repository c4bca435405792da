package io.landline.node.export;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Reaction;
import java.util.ArrayList;
import java.util.List;

/// An emoji under a message, as a document has it. One member may react under thousands of identities, and a document
/// comes in parts that fit into a line of the local socket. Immutable.
///
/// @param people the first ones by name, without this user: somebody's texts
/// @param more how many more there are
record ExportedReaction(String emoji, boolean own, List<String> people, int more) {
    /// Different emoji under one message.
    static final int EMOJI_MAX = 100;
    /// Names under one message, under all its emoji together.
    static final int NAMES_MAX = 1_000;
    /// Stands for the emoji behind those.
    private static final String OTHERS = "…";

    /// Those of a message, in their order.
    static List<ExportedReaction> of(TimelineItem item) {
        List<Reaction> all = item.head().reactions();
        var exported = new ArrayList<ExportedReaction>();
        int left = NAMES_MAX;
        for (Reaction each : all.subList(0, Math.min(EMOJI_MAX, all.size()))) {
            List<String> people = each.others().subList(0, Math.min(left, each.others().size()));
            left -= people.size();
            exported.add(new ExportedReaction(each.emoji(), each.own(), people, each.others().size() - people.size()));
        }
        int others = all.stream().skip(EMOJI_MAX).mapToInt(Reaction::count).sum();
        if (others > 0) exported.add(new ExportedReaction(OTHERS, false, List.of(), others));
        return exported;
    }

    /// How many more there are, in any language; empty for none.
    String moreInWords() {
        return more == 0 ? "" : "+" + more;
    }
}
