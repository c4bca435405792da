package io.landline.node;

import io.landline.peer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is in folders.
final class FileTrees {
    private FileTrees() {}

    /// Each file below it, and it itself, by its digest, each folder by nothing.
    static TreeMap<String, String> of(Path top) throws IOException {
        var tree = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.toList()) {
                boolean isFile = Files.isRegularFile(each);
                tree.put(top.relativize(each).toString(),
                        isFile ? HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(each))) : "");
            }
        }
        return tree;
    }
}
