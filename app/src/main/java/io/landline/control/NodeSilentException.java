package io.landline.control;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A node has the profile and does not answer: it is not ready yet, hangs, or its socket is gone. Nothing was sent.
public final class NodeSilentException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param sentence for the user
    NodeSilentException(String sentence, @Nullable IOException cause) { super(sentence, cause); }
}
