package io.landline.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps root from writing into a profile of somebody else, as after a `sudo` that keeps the home folder. Its owner
/// could open nothing of that later, and would have lost the profile. Stateless; any thread.
final class ProfileOwner {
    private static final String ROOT = "root";

    private ProfileOwner() {}

    /// Why root does not write here, as a sentence for the user, where this process is root and the profile is somebody
    /// else's: one that is there already, or one that is to be made in somebody's home folder. Null elsewhere. Changes
    /// nothing.
    ///
    /// @param folder absolute
    /// @param home what counts as this user's home folder; null where there is none
    static @Nullable String refusal(Path folder, @Nullable Path home) {
        if (!ROOT.equals(System.getProperty("user.name"))) return null;
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) there = there.getParent();
        if (!Profile.isIn(folder) && (home == null || !there.startsWith(home))) return null;
        String owner = owner(there);
        if (owner.equals(ROOT) || !keepsOwners(there)) return null;
        return "The profile's folder " + folder + " belongs to " + owner + ", and you are root."
                + " Its owner could not open what root writes there. Nothing was changed. Start Landline as that user,"
                + " or choose another folder with --profile.";
    }

    private static String owner(Path path) {
        try {
            return Files.getOwner(path).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return ROOT; // no owners here
        }
    }

    /// Not so on most sticks: there all files belong to the user that the stick was mounted for.
    private static boolean keepsOwners(Path folder) {
        try {
            Path tried = Files.createTempFile(folder, ".landline", null);
            try {
                return owner(tried).equals(ROOT);
            } finally {
                Files.deleteIfExists(tried);
            }
        } catch (IOException e) {
            return false; // nothing can be written, and opening the profile says so
        }
    }
}
