package io.landline.identity;

import java.io.IOException;
import java.nio.file.Path;

/// Loads an identity that lies in a folder, and says what came of it, and whether the folder is its own.
final class LoadedBySomebodyElse {
    private LoadedBySomebodyElse() {}

    static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try {
            IdentityFile.loadOrCreate(folder);
            IO.println("loaded");
        } catch (IOException e) {
            IO.println(e.getMessage());
        }
        IO.println(PrivateFile.isOwn(Path.of(arguments[1])));
    }
}
