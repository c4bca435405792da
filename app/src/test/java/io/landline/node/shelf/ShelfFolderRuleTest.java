package io.landline.node.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.PrivateFiles;
import io.landline.node.shelf.ShelfFolderRule.Answer;
import io.landline.settings.Profile;
import io.landline.settings.ProfileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which folders may be opened.
class ShelfFolderRuleTest {
    @TempDir
    Path dir;

    private static Answer check(Path folder, Path home) throws IOException {
        return ShelfFolderRule.of(folder, home, PrivateFiles.NONE);
    }

    @Test
    void aFolderInTheHomeFolderIsFineAndTheHomeFolderAndWhatHoldsItIsNot() throws IOException {
        Path home = Files.createDirectories(dir.toRealPath().resolve("home/ada"));
        Path photos = Files.createDirectory(home.resolve("photos"));
        assertEquals(Answer.FINE, check(photos, home));
        assertEquals(Answer.TOO_MUCH, check(home, home));
        assertEquals(Answer.TOO_MUCH, check(home.getParent(), home));
        assertEquals(Answer.TOO_MUCH, check(Path.of("/"), photos));
        assertEquals(Answer.FINE, check(Files.createDirectory(dir.toRealPath().resolve("home/adam")), home));
        assertEquals(Answer.NO_FOLDER, check(Files.createFile(photos.resolve("file")), home));
    }

    @Test
    void aProfileAndWhatIsInItIsRefused() throws IOException {
        Path profile = Files.createDirectories(dir.toRealPath().resolve("profile"));
        Files.createDirectory(profile.resolve("identity"));
        Files.createDirectory(profile.resolve("log"));
        var secret = new ProfileFiles(Profile.open(profile));
        assertEquals(Answer.PROFILE, ShelfFolderRule.of(profile, null, secret));
        assertEquals(Answer.PROFILE, ShelfFolderRule.of(profile.resolve("log"), null, secret));
    }
}
