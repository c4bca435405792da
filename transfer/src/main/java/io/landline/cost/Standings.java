package io.landline.cost;

import io.landline.peer.Fingerprint;

/// Tells how well this user knows a person.
@FunctionalInterface
public interface Standings {
    /// Answers from memory. Any thread.
    Standing of(Fingerprint person);
}
