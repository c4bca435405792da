package io.landline.session;

import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/// This computer has no way to an address: no route, or none by an interface that may be used. Nothing was sent.
public final class NoWayException extends SocketException {
    private static final long serialVersionUID = 1;

    public NoWayException(@Nullable String message) { super(message); }
}
