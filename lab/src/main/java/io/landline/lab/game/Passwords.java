package io.landline.lab.game;

import io.landline.lab.FailedAttempts;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Registered names of the quiz. Passwords are kept salted and stretched, so that the file gives none away; on the wire
/// they are in clear all the same, which is worth seeing in Wireshark.
///
/// To stretch takes a processor, and more than a game runs on this computer. So it is done one at a time, and only
/// where [#mayStretch] allows it. Thread-safe.
final class Passwords {
    static final int CHARS_MAX = 128;
    /// As at the file server.
    static final int WRONG_MAX = 3;
    private static final Duration WRONG_PER = Duration.ofMinutes(1);
    /// OWASP's advice of 2023 for PBKDF2 with SHA-256 is 600,000; a game among classmates takes fewer, as two cores
    /// serve a class.
    private static final int ROUNDS = 100_000;
    /// Passwords of one source that are stretched, each in some 50 ms: a player registers once.
    static final int STRETCHED_MAX = 20;
    /// Of all sources: a class registers and logs in.
    static final int STRETCHED_IN_ALL_MAX = 120;
    private static final Duration STRETCHED_PER = Duration.ofMinutes(1);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final FailedAttempts<String> attempts = new FailedAttempts<>(WRONG_MAX, WRONG_PER);
    private final FailedAttempts<Object> stretchings = new FailedAttempts<>(STRETCHED_MAX, STRETCHED_PER);
    private final FailedAttempts<Passwords> allStretchings = new FailedAttempts<>(STRETCHED_IN_ALL_MAX,
            STRETCHED_PER);
    private final SecureRandom random = new SecureRandom();
    private final int rounds;

    Passwords() { this(ROUNDS); }

    /// Fewer rounds, for tests that are not about them.
    Passwords(int rounds) { this.rounds = rounds; }

    /// Whether a password of this source may be stretched now; counts it where it may.
    ///
    /// @param source the address that it came from
    synchronized boolean mayStretch(Object source, long now) {
        if (stretchings.areTooMany(source, now) || allStretchings.areTooMany(this, now)) return false;
        stretchings.wrong(source, now);
        allStretchings.wrong(this, now);
        return true;
    }

    /// `salt:hash`, in hex.
    synchronized String stretched(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(hash(password, salt));
    }

    /// Whether the password is right; after three wrong ones for a name within a minute, no.
    synchronized boolean isRight(String name, String password, String stretched, long now) {
        if (attempts.areTooMany(name, now)) return false;
        int colon = stretched.indexOf(':');
        byte[] salt = HexFormat.of().parseHex(stretched.substring(0, colon));
        boolean right = MessageDigest.isEqual(HexFormat.of().parseHex(stretched.substring(colon + 1)),
                hash(password, salt));
        if (!right) attempts.wrong(name, now);
        return right;
    }

    private byte[] hash(String password, byte[] salt) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }
}
