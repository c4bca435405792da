package io.landline.desktop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;

/// Landline's own sound: two soft notes that fade, computed. Stateless; any thread.
final class NotificationTone {
    /// As long as one looks up.
    static final Duration LENGTH = Duration.ofMillis(450);
    /// Of full loudness: the quiet side of what desktops play.
    static final double LOUDNESS_MAX = 0.2;

    private static final String FILE = "message.wav";
    private static final int SAMPLES_PER_SECOND = 22_050;
    private static final int SAMPLE_BYTES = Short.BYTES;
    private static final double FIRST_HERTZ = 659.26; // E5
    private static final double SECOND_HERTZ = 880; // A5
    private static final double SECOND_FROM_SECONDS = 0.11;
    /// A note that begins at once clicks.
    private static final double RISE_SECONDS = 0.008;
    private static final double FADE_SECONDS = 0.09;
    /// RIFF header, format chunk, header of the data chunk.
    private static final int HEADER_BYTES = 44;
    private static final int FORMAT_CHUNK_BYTES = 16;
    private static final short PCM = 1;
    private static final short MONO = 1;

    private NotificationTone() {}

    /// The sound as a file, which is written where it is not there or is another one.
    ///
    /// @param folder of this user alone
    static Path in(Path folder) throws IOException {
        Path file = folder.toAbsolutePath().resolve(FILE);
        byte[] sound = wave();
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), sound)) return file;
        Path fresh = Files.createTempFile(folder, FILE, null);
        try {
            Files.write(fresh, sound);
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// In the form that every desktop plays: RIFF WAVE, 16 bits, one channel.
    static byte[] wave() {
        int samples = (int) (LENGTH.toMillis() * SAMPLES_PER_SECOND / 1_000);
        int dataBytes = samples * SAMPLE_BYTES;
        var out = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(US_ASCII)).putInt(HEADER_BYTES - 8 + dataBytes).put("WAVEfmt ".getBytes(US_ASCII));
        out.putInt(FORMAT_CHUNK_BYTES).putShort(PCM).putShort(MONO).putInt(SAMPLES_PER_SECOND);
        out.putInt(SAMPLES_PER_SECOND * SAMPLE_BYTES).putShort((short) SAMPLE_BYTES);
        out.putShort((short) (SAMPLE_BYTES * Byte.SIZE)).put("data".getBytes(US_ASCII)).putInt(dataBytes);
        double end = LENGTH.toMillis() / 1_000.0;
        for (int i = 0; i < samples; i++) {
            double at = (double) i / SAMPLES_PER_SECOND;
            double both = note(FIRST_HERTZ, at) + note(SECOND_HERTZ, at - SECOND_FROM_SECONDS);
            double silentAtEnd = Math.min(1, (end - at) / RISE_SECONDS);
            out.putShort((short) Math.round(both * silentAtEnd * LOUDNESS_MAX / 2 * Short.MAX_VALUE));
        }
        return out.array();
    }

    /// Between -1 and 1.
    private static double note(double hertz, double at) {
        if (at < 0) return 0;
        double loudness = Math.min(1, at / RISE_SECONDS) * Math.exp(-at / FADE_SECONDS);
        return loudness * Math.sin(2 * Math.PI * hertz * at);
    }
}
