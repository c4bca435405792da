package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class SilentRecordsTest {
    private static final int BODY_BYTES = 300; // both bytes of its length count

    private final SilentRecords silent = new SilentRecords();
    private final InputStream messages = silent.over(new ByteArrayInputStream(
            new byte[3 * SilentRecords.DATA_BYTES_EACH]));

    /// A record of application data, in two pieces, as TLS reads it.
    private void record() throws SSLException {
        byte[] record = new byte[5 + BODY_BYTES];
        record[0] = 23;
        record[3] = (byte) (BODY_BYTES >> 8);
        record[4] = (byte) BODY_BYTES;
        silent.encrypted(record, 0, 5);
        silent.encrypted(record, 5, BODY_BYTES);
    }

    private void recordsThatBringNothing(int count) throws SSLException {
        for (int i = 0; i < count; i++) record();
    }

    @Test
    void h19_aConnectionEndsAfterTooManyRecordsThatBringNothing() throws SSLException {
        recordsThatBringNothing(SilentRecords.SILENT_MAX + 1); // of the last nobody knows yet
        assertThrows(SSLException.class, this::record);
        assertThrows(SSLException.class, this::record, "and it stays so");
    }

    @Test
    void recordsThatBringMessagesCountForNothing() throws IOException {
        for (int i = 0; i < 10 * SilentRecords.SILENT_MAX; i++) {
            record();
            assertEquals(0, messages.read());
        }
        recordsThatBringNothing(SilentRecords.SILENT_MAX + 1);
        assertThrows(SSLException.class, this::record);
    }

    @Test
    void whoSendsAByteBetweenThemGainsNothing() throws IOException {
        for (int i = 0; i < SilentRecords.SILENT_MAX; i++) {
            recordsThatBringNothing(2);
            assertEquals(0, messages.read());
        }
        record();
        assertThrows(SSLException.class, this::record);
    }

    @Test
    void afterManyBytesOfMessagesOneMoreMayCome() throws IOException {
        recordsThatBringNothing(SilentRecords.SILENT_MAX + 1);
        assertEquals(2 * SilentRecords.DATA_BYTES_EACH, messages.readNBytes(2 * SilentRecords.DATA_BYTES_EACH).length);
        recordsThatBringNothing(3);
        assertThrows(SSLException.class, this::record);
    }
}
