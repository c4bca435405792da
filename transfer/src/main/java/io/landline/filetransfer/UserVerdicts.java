package io.landline.filetransfer;

import io.landline.peer.Fingerprint;

/// What the user decided of people, as far as files depend on it. Any thread.
public interface UserVerdicts {
    /// Whether the safety number was compared.
    boolean isVerified(Fingerprint peer);

    /// The offers of those who are blocked are not passed on.
    boolean isBlocked(Fingerprint peer);
}
