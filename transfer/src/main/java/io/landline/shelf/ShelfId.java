package io.landline.shelf;

import java.security.SecureRandom;
import java.util.HexFormat;

/// The name of a shelf among all of its owner: eight random bytes, in hex. Immutable; any thread.
public record ShelfId(String hex) implements Comparable<ShelfId> {
    public static final int BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ShelfId {
        if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) throw new IllegalArgumentException("no id of a shelf");
    }

    static ShelfId of(byte[] bytes) {
        return new ShelfId(HexFormat.of().formatHex(bytes));
    }

    public static ShelfId random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    @Override
    public int compareTo(ShelfId other) {
        return hex.compareTo(other.hex);
    }
}
