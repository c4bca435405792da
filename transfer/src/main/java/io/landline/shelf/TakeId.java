package io.landline.shelf;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What a member calls one wish to take something, so that the offer that comes of it is known: 16 random bytes, in
/// hex. Immutable; any thread.
public record TakeId(String hex) {
    public static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public TakeId {
        if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) throw new IllegalArgumentException("no id of a take");
    }

    public static TakeId of(byte[] bytes) {
        return new TakeId(HexFormat.of().formatHex(bytes));
    }

    public static TakeId random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }
}
