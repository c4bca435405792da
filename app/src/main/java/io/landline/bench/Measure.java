package io.landline.bench;

import java.io.IOException;

/// One way to move bytes whose speed is compared with another's.
public interface Measure {
    String name();

    /// Moves the bytes once, from the first to the last.
    ///
    /// @return bytes a second
    double run() throws IOException;
}
