package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.file.FileClient;
import io.landline.lab.file.FileServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab secret-file` (S7).
@Command(name = "secret-file", description = "one file for every client that says the key (TCP 5001)")
final class SecretFileCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--file", paramLabel = "PATH", description = "server: the file, the only one that is given")
    private @Nullable Path file;

    @Option(names = "--key", paramLabel = "KEY", description = "client: what to say (default: SECRET_KEY)")
    private String key = "SECRET_KEY";

    @Option(names = "--into", paramLabel = "DIR",
            description = "client: where the file goes (default: Landline Lab in the home folder)")
    private Path folder = FileClient.USUAL_FOLDER;

    @Option(names = "--save-as", paramLabel = "NAME",
            description = "client: the file's name (default: RECIEVED_FILE.txt)")
    private String name = FileClient.USUAL_NAME;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.SECRET_FILE, options);
        if (options.isClient()) {
            var target = options.target(Experiment.SECRET_FILE);
            if (key.isEmpty()) throw CommandFailedException.usage("--key takes at least one character.");
            if (!Path.of(name).equals(Path.of(name).getFileName())) {
                throw CommandFailedException.usage("--save-as takes a name without folders; --into says where.");
            }
            var style = new LabPrinter.Style(false, payload -> payload.length() == 0);
            return run.call(style, (_, events) -> new FileClient(target, key, folder, name, events));
        }
        Path given = file;
        if (given == null) throw CommandFailedException.usage("Say which file is given: --file PATH.");
        return run.serve(
                (opening, events) -> TcpServer.start(opening, ServerMode.CONCURRENT, new FileServer(given), events));
    }
}
