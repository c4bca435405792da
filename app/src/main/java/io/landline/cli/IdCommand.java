package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.ProfileTurn;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.Terminal;
import io.landline.console.EventLines;
import io.landline.control.ControlClient;
import io.landline.identity.DamagedIdentityException;
import io.landline.identity.Identity;
import io.landline.identity.IdentityFile;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.settings.Profile;
import io.landline.settings.ProfileInUseException;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline id`: who this profile is. `--new` makes a new identity, where the old one is damaged or was copied.
@Command(name = "id", description = "the fingerprint of this profile")
final class IdCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Option(names = "--new",
            description = "makes a new identity; the old files are kept beside. People who know you will see a new"
                    + " person")
    private boolean renew;

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        Path folder = OpenProfile.folder(options);
        Profile profile = renew ? Profile.open(folder) : Profile.openToRead(folder);
        Identity identity = identity(profile, options);
        JsonObject event = EventLines.event("identity", Instant.now());
        event.addProperty("fingerprint", identity.fingerprint().hex());
        event.addProperty("profile", profile.folder().toAbsolutePath().toString());
        terminal.event(event);
        terminal.say(identity.fingerprint().hex());
        return ExitCode.DONE;
    }

    private Identity identity(Profile profile, NodeOptions options) throws IOException, CommandFailedException {
        try {
            return renew ? replaced(profile) : known(profile, options);
        } catch (IOException e) {
            String full = Profile.fullDisk(profile.folder());
            if (full == null) throw e;
            throw new CommandFailedException(ExitCode.FAILED, Why.FAILED, CommandTexts.inThisLanguage(full));
        }
    }

    private static Identity known(Profile profile, NodeOptions options) throws IOException, CommandFailedException {
        try {
            return IdentityFile.isThere(profile.identityFolder())
                    ? IdentityFile.load(profile.identityFolder())
                    : made(profile, options);
        } catch (DamagedIdentityException e) {
            throw new CommandFailedException(ExitCode.FAILED, Why.IDENTITY_DAMAGED,
                    CommandTexts.inThisLanguage(String.valueOf(e.getMessage())));
        }
    }

    /// In a new profile: under its lock, or a node that starts meanwhile would make another one.
    private static Identity made(Profile profile, NodeOptions options)
            throws IOException, DamagedIdentityException, CommandFailedException {
        var turn = new ProfileTurn();
        while (true) {
            try (ProfileLock _ = ProfileLock.acquire(Profile.open(profile.folder()))) {
                return IdentityFile.loadOrCreate(profile.identityFolder());
            } catch (ProfileInUseException e) {
                if (!turn.isLeft()) throw inUse(e);
            }
            awaitOther(options);
            if (IdentityFile.isThere(profile.identityFolder())) return IdentityFile.load(profile.identityFolder());
        }
    }

    /// Until the other one is ready, or gone.
    private static void awaitOther(NodeOptions options) throws IOException {
        ControlClient other = NodeFinder.running(options);
        if (other != null) other.close();
    }

    private static CommandFailedException inUse(ProfileInUseException e) {
        return new CommandFailedException(ExitCode.USAGE, Why.IN_USE,
                CommandTexts.inThisLanguage(String.valueOf(e.getMessage())));
    }

    /// Never under a running node, which would go on as the old one.
    private static Identity replaced(Profile profile) throws IOException, CommandFailedException {
        try (ProfileLock _ = ProfileLock.acquire(profile)) {
            return IdentityFile.replaceIn(profile.identityFolder());
        } catch (ProfileInUseException e) {
            throw inUse(e);
        }
    }
}
