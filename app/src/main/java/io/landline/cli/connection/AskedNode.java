package io.landline.cli.connection;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import java.io.IOException;

/// Who answers a command: a node that runs, or where none does the profile itself.
@FunctionalInterface
public interface AskedNode {
    JsonObject ask(JsonObject command) throws IOException, InterruptedException, CommandFailedException;
}
