package io.landline.capture;

import java.util.HexFormat;

/// Bytes as people read them: place, sixteen bytes in hex, and the characters among them. Stateless; any thread.
public final class HexDump {
    private static final int BYTES_A_LINE = 16;
    /// Where the gap between the two halves stands.
    private static final int HALF = BYTES_A_LINE / 2;
    private static final int CHARACTERS_A_BYTE = 3;
    private static final HexFormat HEX = HexFormat.of();

    private HexDump() {}

    /// One line for each sixteen bytes, each ended by a line feed; nothing for none.
    public static String of(byte[] bytes) {
        var dump = new StringBuilder();
        for (int from = 0; from < bytes.length; from += BYTES_A_LINE) {
            line(dump, bytes, from, Math.min(from + BYTES_A_LINE, bytes.length));
        }
        return dump.toString();
    }

    private static void line(StringBuilder dump, byte[] bytes, int from, int to) {
        dump.append(HEX.toHexDigits((short) from)).append(' ');
        int hexFrom = dump.length();
        for (int i = from; i < to; i++) {
            if (i - from == HALF) dump.append(' ');
            dump.append(' ').append(HEX.toHexDigits(bytes[i]));
        }
        int hexTo = hexFrom + BYTES_A_LINE * CHARACTERS_A_BYTE + 1;
        dump.repeat(' ', hexTo - dump.length()).append("  ");
        for (int i = from; i < to; i++) dump.append(isPrintable(bytes[i]) ? (char) bytes[i] : '.');
        dump.append('\n');
    }

    /// ASCII only: half of a longer character is not shown.
    private static boolean isPrintable(byte b) {
        return b >= ' ' && b <= '~';
    }
}
