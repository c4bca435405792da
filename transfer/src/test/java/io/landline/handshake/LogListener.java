package io.landline.handshake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Hears what Landline's classes log while it is open. Any thread.
public final class LogListener extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.landline");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public LogListener() {
        logger.addHandler(this);
    }

    /// What was logged at this level or above.
    public List<LogRecord> from(Level least) {
        return records.stream().filter(record -> record.getLevel().intValue() >= least.intValue()).toList();
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
