package io.landline.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Opens a profile in a folder of somebody else that everybody may write to, and says what is logged of it.
final class OpenedBySomebodyElse {
    private OpenedBySomebodyElse() {}

    static void main(String[] arguments) throws IOException {
        var root = Logger.getLogger("");
        for (Handler each : root.getHandlers()) root.removeHandler(each);
        root.addHandler(new Handler() {
            @Override
            public void publish(LogRecord logged) {
                IO.println(logged.getLevel() + ": " + logged.getMessage());
                IO.println(logged.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        Profile.openToRead(Path.of(arguments[0]));
    }
}
