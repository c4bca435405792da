package io.landline.storage.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.json.MalformedJsonException;
import io.landline.settings.AtomicFile;
import io.landline.settings.SettingsContent;
import io.landline.settings.SettingsContent.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `trust.json` and its good copy `trust.json.good`, both whole or not there, for the user alone. One thread at a time.
record TrustFile(Path file) {
    /// 10,000 people with eight addresses and 16 proofs each have some 25 MB at the very most.
    static final int BYTES_MAX = 32 * 1024 * 1024;

    private Path goodCopy() {
        return file.resolveSibling(file.getFileName() + ".good");
    }

    /// The newer of the two; null where none can be read.
    @Nullable
    TrustState read() {
        TrustState state = read(file);
        TrustState good = read(goodCopy());
        if (state == null || good == null) return state == null ? good : state;
        return good.isNewerThan(state) ? good : state;
    }

    private static @Nullable TrustState read(Path file) {
        if (!(SettingsContent.read(file, BYTES_MAX) instanceof Whole whole)) return null;
        try {
            return TrustJson.read(whole.fields());
        } catch (MalformedJsonException e) {
            System.getLogger(TrustFile.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} cannot be used: {1}", file, e.getMessage());
            return null;
        }
    }

    boolean isComplete() {
        return Files.exists(file) && Files.exists(goodCopy());
    }

    /// On the disk when this returns, in both places: a room that was left is in neither.
    void write(TrustState state) throws IOException {
        byte[] content = (TrustJson.of(state) + "\n").getBytes(UTF_8);
        AtomicFile.write(file, content);
        AtomicFile.write(goodCopy(), content);
    }
}
