package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import io.landline.lab.web.HttpClient;
import io.landline.lab.web.HttpServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab http` (S15).
@Command(name = "http", description = "a page by hand-written HTTP (TCP 8000; as client port 80)")
final class HttpCommand implements Callable<Integer> {
    private static final int DELETE = 0x7f;

    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--path", paramLabel = "PATH", description = "client: which page (default: /)")
    private String path = "/";

    @Option(names = "--full", description = "client: read to the end, not just once")
    private boolean full;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.HTTP, options);
        if (options.isClient()) {
            boolean fits = path.startsWith("/") && path.chars().allMatch(c -> c > ' ' && c < DELETE);
            if (!fits) throw CommandFailedException.usage("--path takes a path such as /, without blanks.");
            var target = options.target(HttpClient.USUAL_PORT);
            return run.call(new LabPrinter.Style(true, _ -> false),
                    (_, events) -> new HttpClient(target, path, full, events));
        }
        return run
                .serve((opening, events) -> TcpServer.start(opening, ServerMode.CONCURRENT, new HttpServer(), events));
    }
}
