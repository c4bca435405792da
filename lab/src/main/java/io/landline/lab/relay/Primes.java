package io.landline.lab.relay;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of the big task (S29), and what came of it: `count 2 25000`, `primes 2 25000 2762`.
///
/// @param to the last number that belongs to it
record Primes(int from, int to) {
    /// A worker that strangers ask is done with the largest piece in some tenths of a second.
    static final int LARGEST = 10_000_000;
    private static final Pattern ASKED = Pattern.compile("count (\\d{1,8}) (\\d{1,8})");
    private static final Pattern FOUND = Pattern.compile("primes (\\d{1,8}) (\\d{1,8}) (\\d{1,8})");

    /// Null where this is no piece, or one that is too large.
    static @Nullable Primes asked(String text) {
        Matcher parts = ASKED.matcher(text);
        if (!parts.matches()) return null;
        var piece = new Primes(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        return piece.from >= 0 && piece.from <= piece.to && piece.to <= LARGEST ? piece : null;
    }

    String question() {
        return "count " + from + " " + to;
    }

    String answer(int primes) {
        return "primes " + from + " " + to + " " + primes;
    }

    /// How many primes the answer names; null where it is no answer to this piece.
    @Nullable
    Integer found(String text) {
        Matcher parts = FOUND.matcher(text);
        if (!parts.matches()) return null;
        boolean mine = Integer.parseInt(parts.group(1)) == from && Integer.parseInt(parts.group(2)) == to;
        int primes = Integer.parseInt(parts.group(3));
        return mine && primes <= to - from + 1 ? Integer.valueOf(primes) : null;
    }

    /// The sieve of Eratosthenes: of each number that is left its multiples are crossed out.
    int count() {
        var crossed = new BitSet(to + 1);
        for (int number = 2; (long) number * number <= to; number++) {
            if (crossed.get(number)) continue;
            for (int multiple = number * number; multiple <= to; multiple += number) crossed.set(multiple);
        }
        int primes = 0;
        for (int number = Math.max(2, from); number <= to; number++) if (!crossed.get(number)) primes++;
        return primes;
    }
}
