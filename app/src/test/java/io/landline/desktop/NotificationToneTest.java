package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationToneTest {
    @TempDir
    Path folder;

    @Test
    void itIsAWaveOfThatLength() throws Exception {
        try (AudioInputStream read = AudioSystem
                .getAudioInputStream(new ByteArrayInputStream(NotificationTone.wave()))) {
            AudioFormat format = read.getFormat();
            assertEquals(AudioFormat.Encoding.PCM_SIGNED, format.getEncoding());
            assertEquals(16, format.getSampleSizeInBits());
            assertEquals(1, format.getChannels());
            double seconds = read.getFrameLength() / format.getFrameRate();
            assertEquals(NotificationTone.LENGTH.toMillis() / 1_000.0, seconds, 0.001);
        }
    }

    @Test
    void itIsQuietAndBeginsAndEndsInSilence() throws Exception {
        try (AudioInputStream read = AudioSystem
                .getAudioInputStream(new ByteArrayInputStream(NotificationTone.wave()))) {
            var samples = ByteBuffer.wrap(read.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            int loudest = 0;
            for (int i = 0; i < samples.limit(); i++) loudest = Math.max(loudest, Math.abs(samples.get(i)));
            assertTrue(loudest > Short.MAX_VALUE / 50, "one hears it");
            assertTrue(loudest <= Short.MAX_VALUE * NotificationTone.LOUDNESS_MAX, "it startles nobody");
            assertEquals(0, samples.get(0));
            assertEquals(0, samples.get(samples.limit() - 1), 50, "no click at the end");
        }
    }

    @Test
    void theFileIsWrittenOnceAndMendedWhereItIsAnother() throws Exception {
        Path file = NotificationTone.in(folder);
        assertTrue(file.isAbsolute(), "the desktop has another folder of its own");
        var written = Files.getLastModifiedTime(file);
        assertEquals(file, NotificationTone.in(folder));
        assertEquals(written, Files.getLastModifiedTime(file));
        Files.write(file, new byte[]{1});
        NotificationTone.in(folder);
        assertArrayEquals(NotificationTone.wave(), Files.readAllBytes(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(1, all.count());
        }
    }
}
