package io.landline.beacon;

import java.io.IOException;
import java.util.List;

/// Where the list of interfaces comes from: the system, or a test.
@FunctionalInterface
interface InterfaceSource {
    /// All interfaces that are up and have an address, loopback included.
    List<UsableInterface> interfaces() throws IOException;
}
