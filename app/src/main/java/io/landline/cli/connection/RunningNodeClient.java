package io.landline.cli.connection;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.control.ControlClient;
import io.landline.log.LogFiles;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A node that runs already, asked through its local socket.
public final class RunningNodeClient extends NodeConnection {
    private final ControlClient connection;
    /// The node has the log of this profile. What is logged here, also by libraries, is not for the user's stderr.
    private final LogFiles log;

    /// @param verbose whether records that are made in this process are printed on stderr
    public RunningNodeClient(ControlClient connection, boolean verbose) {
        this.connection = connection;
        log = LogFiles.withoutFiles(verbose ? LogFiles.Verbosity.VERBOSE : LogFiles.Verbosity.QUIET);
    }

    @Override
    protected @Nullable JsonObject take(Duration patience) throws IOException {
        String line = connection.next(patience);
        return line == null ? null : JsonParser.parseString(line).getAsJsonObject(); // our own node, of the same user
    }

    @Override
    protected void give(JsonObject command) throws IOException {
        connection.send(command.toString());
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public void close() {
        connection.close();
        log.close();
    }
}
