package io.landline.session;

import java.io.IOException;

/// Whoever answered is not whom we wanted, so nothing is said to them: an address moved on, or it is ourselves.
public final class OtherPeerException extends IOException {
    private static final long serialVersionUID = 1;

    public OtherPeerException(String message) { super(message); }
}
