package io.landline.node;

import io.landline.log.FatalExit;
import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.OpenProfile;
import io.landline.node.profile.ProfileTroubles;
import io.landline.node.room.OwnRooms;
import io.landline.room.Room;
import io.landline.settings.SettingsWarning;
import java.util.List;
import java.util.Map;

/// What is wrong with a profile or a room, told to who watches the node. Any thread.
///
/// @param filesMayArrive whether something can be written into the folder for them
record NodeWarnings(OpenProfile profile, OwnRooms rooms, EventBus events, boolean filesMayArrive) {
    /// At the start, once: how the last one ended too.
    void tell() {
        String lastEnd = FatalExit.lastOf(profile.profile().folder());
        if (lastEnd != null) events.publish(new Warning(WarningCode.ENDED_BY_FAULT, "The last time: " + lastEnd));
        for (SettingsWarning warning : profile.troubles().ofSettings()) events.publish(ofSettings(warning));
        ProfileTroubles.Problem problem = profile.troubles().ofHistory();
        if (problem != null) events.publish(new Warning(problem.code(), problem.sentence()));
        ProfileTroubles.Problem readable = profile.troubles().readableKeys();
        if (readable != null) events.publish(new Warning(readable.code(), readable.sentence()));
        if (!filesMayArrive) events.publish(ofDownloads(profile.downloads().toString(), isService()));
        rooms.all().forEach(this::ofWeakKey);
    }

    private static Warning ofSettings(SettingsWarning warning) {
        var code = switch (warning.kind()) {
            case DAMAGED -> WarningCode.SETTINGS_DAMAGED;
            case MISSING -> WarningCode.SETTINGS_MISSING;
            case VALUE -> WarningCode.SETTINGS_VALUE;
        };
        return new Warning(code, warning.sentence(), List.of(warning.file().toString(), warning.key()));
    }

    private static boolean isService() {
        return isService(System.getenv(), ProcessHandle.current().pid());
    }

    /// Whether systemd started this process itself: what a service or a desktop starts has the variable too.
    static boolean isService(Map<String, String> environment, long pid) {
        return String.valueOf(pid).equals(environment.get("SYSTEMD_EXEC_PID"));
    }

    /// @param isService then its unit may keep it out of a folder in which the user can write
    static Warning ofDownloads(String folder, boolean isService) {
        if (isService) {
            return new Warning(WarningCode.DOWNLOADS, "No file can arrive: nothing can be written into " + folder
                    + ". The service may write in the home folder alone. To let it write there: systemctl --user edit"
                    + " landline, and below [Service] ReadWritePaths= with that folder.", List.of(folder));
        }
        return new Warning(WarningCode.DOWNLOADS, "No file can arrive: nothing can be written into " + folder
                + ". Give another folder: --downloads DIR, or in the settings of the window.", List.of(folder));
    }

    void ofWeakKey(Room room) {
        if (room.open() || room.generatedStrength()) return;
        events.publish(new Warning(WarningCode.WEAK_KEY, OwnRooms.weakKey(rooms.label(room))));
    }
}
