package io.landline.chat;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What all parts of the conversations share.
///
/// @param random log ids, and the member that is asked each minute
record ChatParts(Identity self, ChatStores stores, Membership membership, Events events, InstantSource clock, RandomGenerator random) {
    boolean isOwn(LogKey log) {
        return log.author().equals(self.fingerprint());
    }

    Fingerprint me() {
        return self.fingerprint();
    }

    EntryStore entries() {
        return stores.entries();
    }
}
