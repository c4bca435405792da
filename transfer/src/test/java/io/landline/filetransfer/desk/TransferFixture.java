package io.landline.filetransfer.desk;

import io.landline.filetransfer.AcceptRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes: Anna offers, Ben accepts everything.
public abstract class TransferFixture {
    static final int MIB = 1024 * 1024;

    @TempDir
    Path dir;
    TransferNode anna;
    TransferNode ben;

    @BeforeEach
    void start() {
        anna = new TransferNode(1, dir.resolve("anna"), AcceptRule.NONE);
        ben = new TransferNode(2, dir.resolve("ben"), AcceptRule.ALL);
        anna.talkTo(ben);
    }

    @AfterEach
    void stop() {
        anna.close();
        ben.close();
    }

    Path file(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(dir.resolve(name), content);
    }

    static long seed(Class<?> test) {
        long seed = Long.getLong("landline.seed", new Random().nextLong());
        System.out.println(test.getSimpleName() + ": -Dlandline.seed=" + seed);
        return seed;
    }
}
