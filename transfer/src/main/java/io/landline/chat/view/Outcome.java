package io.landline.chat.view;

import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.Map;

/// How a poll stands.
///
/// @param closed whether its author ended it: then the counts are the author's
/// @param counts people for each option
/// @param votes what each person chose last, as far as that is here
public record Outcome(boolean closed, List<Integer> counts, Map<Fingerprint, List<Integer>> votes) {
    public Outcome {
        counts = List.copyOf(counts);
        votes = Map.copyOf(votes);
    }
}
