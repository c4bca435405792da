package io.landline.node.profile;

import io.landline.node.port.WarningCode;
import io.landline.settings.Profile;
import io.landline.settings.SettingsWarning;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.HeldListener;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is amiss with a profile that was opened: with its settings, its history, and with who can read it. Any thread.
public final class ProfileTroubles {
    private final Profile profile;
    private final Opened opened;
    private final List<SettingsWarning> settings;

    /// @param settings about settings that could not be read
    ProfileTroubles(Profile profile, Opened opened, List<SettingsWarning> settings) {
        this.profile = profile;
        this.opened = opened;
        this.settings = settings;
    }

    /// Something amiss with the profile: what is warned of, and a sentence for the user.
    public record Problem(WarningCode code, String sentence) {}

    /// Sentences for the user about settings that could not be read.
    public List<SettingsWarning> ofSettings() {
        return settings;
    }

    /// What became of the history; null where nothing did.
    public @Nullable Problem ofHistory() {
        if (opened.problem() == null) return null;
        return new Problem(opened.found() == Found.DAMAGED ? WarningCode.HISTORY_DAMAGED : WarningCode.HISTORY_LOST,
                opened.problem());
    }

    /// What is wrong with the settings and the history, as sentences for the user.
    public List<String> sentences() {
        var sentences = new ArrayList<>(settings.stream().map(SettingsWarning::sentence).toList());
        Problem history = ofHistory();
        if (history != null) sentences.add(history.sentence());
        return List.copyOf(sentences);
    }

    /// What is warned of where others can read the profile, as on a stick; null where they cannot.
    @Nullable
    public Problem readableKeys() {
        if (!profile.isReadableByOthers()) return null;
        return new Problem(WarningCode.KEYS_READABLE, "The disk of " + profile.folder()
                + " keeps no permissions: everybody at a computer with it can read the keys and messages there.");
    }

    /// Whether this history was begun at this start though the profile is older: others may have entries of ours that
    /// are not here.
    public boolean isHistoryFresh() {
        return opened.found() == Found.LOST || opened.found() == Found.DAMAGED;
    }

    /// What is told, once, when the history turns out to be damaged while it is in use; see [Database#whenDamaged].
    public void whenDamaged(Consumer<String> listener) {
        Database database = opened.database();
        database.whenDamaged(() -> listener.accept(StorageException.damaged(profile.database())));
    }

    /// What is told when another program holds the history, and when it is free again; see [Database#whenHeld].
    public void whenHeld(Consumer<Problem> listener) {
        opened.database().whenHeld(new HeldListener() {
            @Override
            public void held() {
                listener.accept(new Problem(WarningCode.HISTORY_HELD, "Another program holds the history in "
                        + profile.database() + ", so nothing can be kept now. Landline tries again; end that program or"
                        + " wait until it is done."));
            }

            @Override
            public void free() {
                listener.accept(new Problem(WarningCode.HISTORY_FREE, "The history in " + profile.database()
                        + " is free again: messages are kept as before."));
            }
        });
    }
}
