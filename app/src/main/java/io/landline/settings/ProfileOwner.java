package io.landline.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who owns a profile. Keeps root from writing into one of somebody else, as after a `sudo` that keeps the home folder:
/// its owner could open nothing of that later, and would have lost the profile. Names the owner where a disk refuses.
/// Stateless; any thread.
final class ProfileOwner {
    private static final String ROOT = "root";
    /// Who became root by one of these is named in them: sudo(8), pkexec(1), doas(1).
    private static final List<String> RAISED = List.of("SUDO_UID", "PKEXEC_UID", "DOAS_USER");

    private ProfileOwner() {}

    /// Why root does not write here, as a sentence for the user, where this process is root and the profile is somebody
    /// else's: one with an identity that somebody else owns, or one that is to be made in the home folder of a user who
    /// raised their rights. A container's root may have a home that others own. Null elsewhere. Leaves nothing behind.
    ///
    /// @param folder absolute
    /// @param home the home folder of this process; null where the system names none
    static @Nullable String refusal(Path folder, @Nullable Path home, Map<String, String> environment) {
        if (!ROOT.equals(System.getProperty("user.name"))) return null;
        Path there = Profile.nearestThere(folder);
        if (Profile.isIn(folder)) {
            Path identity = new Profile(folder).identityFolder();
            if (Files.exists(identity)) there = identity;
        } else if (home == null || !there.startsWith(home) || RAISED.stream().noneMatch(environment::containsKey)) {
            return null;
        }
        String owner = owner(there);
        if (owner.equals(ROOT) || !keepsOwners(Files.exists(folder) ? folder : there)) return null;
        return "The profile's folder " + folder + " belongs to " + owner + ", and you are root."
                + " Its owner could not open what root writes there. Nothing was changed. Start Landline as that user,"
                + " or choose another folder with --profile.";
    }

    /// Who else owns this path, or what is there of it, as the end of a sentence. Empty where it is this user's own, or
    /// where the system cannot tell, as for a user id without a name.
    static String ofAnother(Path path) {
        Path there = Profile.nearestThere(path.toAbsolutePath());
        try {
            UserPrincipal owner = Files.getOwner(there);
            var lookup = there.getFileSystem().getUserPrincipalLookupService();
            UserPrincipal user = lookup.lookupPrincipalByName(System.getProperty("user.name", ""));
            return owner.equals(user) ? "" : ": " + there + " belongs to " + owner.getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static String owner(Path path) {
        try {
            return Files.getOwner(path).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return ROOT; // no owners here
        }
    }

    /// Not so on most sticks: there all files belong to the user that the stick was mounted for. Makes a file and takes
    /// it away.
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
