package io.landline.cli.connection;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.control.ControlClient;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A node that runs already, asked through its local socket.
public final class RunningNodeClient extends NodeConnection {
    private final ControlClient connection;

    public RunningNodeClient(ControlClient connection) { this.connection = connection; }

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
    }
}
