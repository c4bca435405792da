package io.landline.labprograms;

import io.landline.lab.Client;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabServer;
import io.landline.lab.TypedInput;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// A server or a client that can be started, with its settings. Immutable; any thread.
public sealed interface Program {
    /// For its name in the texts: `server`, `client`, `load` …
    String key();

    /// Its command is `landline lab` and this one's title.
    Experiment lab();

    /// What makes the command this program, beside its settings: `--slow-reader`.
    List<String> fixed();

    List<Setting> settings();

    /// Opens a server.
    interface Opens {
        LabServer open(SettingValues values, Consumer<LabEvent> events) throws IOException, InterruptedException;
    }

    /// Makes a client, ready to run.
    interface Calls {
        Client client(SettingValues values, TypedInput typed, Consumer<LabEvent> events)
                throws IOException, InterruptedException;
    }

    record Server(Experiment lab, List<Setting> settings, Opens opens) implements Program {
        public Server {
            settings = List.copyOf(settings);
        }

        @Override
        public String key() {
            return "server";
        }

        @Override
        public List<String> fixed() {
            return List.of();
        }
    }

    /// @param types somebody types while it runs
    record Caller(Experiment lab, String key, List<String> fixed, List<Setting> settings, boolean types,
            Calls calls) implements Program {
        public Caller {
            settings = List.copyOf(settings);
            fixed = List.copyOf(fixed);
        }
    }
}
