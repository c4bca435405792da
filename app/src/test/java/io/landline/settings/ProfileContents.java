package io.landline.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in a profile's folder and is not known as a profile's own.
public final class ProfileContents {
    private ProfileContents() {}

    public static Set<Path> unknown(Path profile) throws IOException {
        try (Stream<Path> all = Files.list(profile)) {
            return all.map(Path::getFileName).filter(name -> !ProfileFiles.isOwnName(name)).collect(Collectors.toSet());
        }
    }
}
