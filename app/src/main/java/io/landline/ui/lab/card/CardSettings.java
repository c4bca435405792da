package io.landline.ui.lab.card;

import io.landline.labprograms.CommandText;
import io.landline.labprograms.Program;
import io.landline.labprograms.SettingValues;
import io.landline.system.OperatingSystem;
import java.util.HashMap;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// All settings of a card as they are typed, and the command line that does the same. It knows what some of them mean:
/// where a client goes, and which port is bound. JavaFX thread.
public final class CardSettings {
    private static final String PORT = "port";

    private final Program program;
    private final List<SettingViewModel> all;
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");

    CardSettings(Program program) {
        this.program = program;
        all = program.onPage().stream().map(SettingViewModel::new).toList();
        for (SettingViewModel each : all) each.value().subscribe(this::showCommand);
        showCommand();
    }

    private void showCommand() {
        command.set(CommandText.of(program, values(), OperatingSystem.here() == OperatingSystem.WINDOWS));
    }

    /// In the order in which the page shows them.
    public List<SettingViewModel> all() {
        return all;
    }

    /// As it is now, also where a setting is wrong.
    public ReadOnlyStringProperty command() {
        return command.getReadOnlyProperty();
    }

    public boolean isValid() {
        return all.stream().allMatch(each -> each.valid().get());
    }

    SettingValues values() {
        var byName = new HashMap<String, String>();
        for (SettingViewModel each : all) byName.put(each.setting().name(), each.chosen());
        return program.values(byName);
    }

    private @Nullable SettingViewModel setting(String name) {
        for (SettingViewModel each : all) if (each.setting().name().equals(name)) return each;
        return null;
    }

    /// A server here listens on this port: a client that goes to this computer goes there, unless a person has chosen
    /// another.
    void follow(int port) {
        SettingViewModel to = setting("to");
        SettingViewModel own = setting(PORT);
        if (program instanceof Program.Server || to == null || own == null) return;
        if (to.value().get().equals(to.setting().initial())) own.suggest(String.valueOf(port));
    }

    /// The port that they name; 0 where they name none.
    int port() {
        SettingViewModel port = setting(PORT);
        return port == null || !port.valid().get() ? 0 : Integer.parseInt(port.chosen());
    }

    /// The setting that names the port to bind: a client binds one only where it may choose it, a Unix socket has none.
    @Nullable
    SettingViewModel bound() {
        SettingViewModel from = setting("from-port");
        return from == null ? setting(PORT) : from;
    }
}
