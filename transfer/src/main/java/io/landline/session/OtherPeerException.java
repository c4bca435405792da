package io.landline.session;

import java.io.IOException;

/// The peer that answered is not the expected one, so nothing is said to it: an address moved on, or it is ourselves.
public final class OtherPeerException extends IOException {
    private static final long serialVersionUID = 1;

    public OtherPeerException(String message) { super(message); }
}
