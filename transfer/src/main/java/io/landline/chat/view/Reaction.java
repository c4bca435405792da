package io.landline.chat.view;

import io.landline.peer.Fingerprint;
import java.util.List;

/// One emoji under a message.
///
/// @param people who reacted with it, the first one first
public record Reaction(String emoji, List<Fingerprint> people) {
    public Reaction {
        people = List.copyOf(people);
    }
}
