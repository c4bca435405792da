package io.landline.labprograms;

import io.landline.lab.Client;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabServer;
import io.landline.lab.TypedInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A server or a client that can be started, with its settings. Immutable; any thread.
public sealed interface Program {
    /// For its name in the texts: `server`, `client`, `load` …
    String key();

    /// Its command is `landline lab` and this one's title.
    Experiment lab();

    List<Setting> settings();

    /// The settings that the page has a field for.
    default List<Setting> onPage() {
        return settings().stream().filter(Setting::isOnPage).toList();
    }

    /// The names of the settings that must be given on the command line to mean this program. None: it is what the
    /// command does by itself.
    default Set<String> chosenBy() {
        return settings().stream()
                .filter(each -> each.has(Setting.Trait.CHOOSES))
                .map(Setting::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A value for each setting: the one that was chosen, else the one that a card begins with.
    default SettingValues values(Map<String, String> chosen) {
        var all = new HashMap<String, String>();
        for (Setting each : settings()) all.put(each.name(), chosen.getOrDefault(each.name(), each.initial()));
        return new SettingValues(all);
    }

    /// Opens a server.
    interface Opens {
        LabServer open(SettingValues values, Consumer<LabEvent> events) throws IOException, InterruptedException;
    }

    /// Makes a client, ready to run.
    interface Calls {
        Client client(SettingValues values, TypedInput typed, Consumer<LabEvent> events)
                throws IOException, InterruptedException;
    }

    /// @param warning the command line says it first; empty: nothing. The page has it among the system's words.
    record Server(Experiment lab, List<Setting> settings, String warning, Opens opens) implements Program {
        public Server {
            settings = List.copyOf(settings);
        }

        Server(Experiment lab, List<Setting> settings, Opens opens) {
            this(lab, settings, "", opens);
        }

        @Override
        public String key() {
            return "server";
        }
    }

    /// @param types somebody types while it runs
    /// @param style how the command line prints its messages
    record Caller(Experiment lab, String key, List<Setting> settings, boolean types, MessageStyle style,
            Calls calls) implements Program {
        public Caller {
            settings = List.copyOf(settings);
        }

        Caller(Experiment lab, String key, List<Setting> settings, boolean types, Calls calls) {
            this(lab, key, settings, types, MessageStyle.ALL, calls);
        }

        Caller styled(MessageStyle other) {
            return new Caller(lab, key, settings, types, other, calls);
        }
    }
}
