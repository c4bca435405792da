package io.landline.storage.database;

import java.util.Arrays;
import java.util.HexFormat;

/// The ids that begin with given hex digits, as a range for SQL's `BETWEEN`.
///
/// @param first the least of them
/// @param last the greatest
public record IdRange(byte[] first, byte[] last) {
    /// @param digits more than `bytes` have are left out
    /// @param bytes as many as the compared column has
    public static IdRange of(String digits, int bytes) {
        return new IdRange(edge(digits, bytes, '0'), edge(digits, bytes, 'f'));
    }

    private static byte[] edge(String digits, int bytes, char filler) {
        char[] whole = new char[2 * bytes];
        Arrays.fill(whole, filler);
        digits.getChars(0, Math.min(digits.length(), whole.length), whole, 0);
        return HexFormat.of().parseHex(new String(whole));
    }
}
