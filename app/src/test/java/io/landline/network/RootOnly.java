package io.landline.network;

import io.landline.testing.NamespaceLan;

/// The start of a program that needs networks of its own.
public final class RootOnly {
    private RootOnly() {}

    /// Ends with 1 and one sentence where this machine has no such networks to give.
    public static void orEnd() {
        String missing = NamespaceLan.missing();
        if (missing.isEmpty()) return;
        System.err.println("This program makes network namespaces, and here it cannot: " + missing + ".");
        System.exit(1);
    }
}
