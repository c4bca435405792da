package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.echo.IpChoiceClient;
import io.landline.lab.echo.IpChoiceServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab ip-choice` (S9).
@Command(name = "ip-choice",
        description = "a server of the IP version that the look-up of its host says (TCP 5000), and its client")
final class IpChoiceCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--as-sheet", description = "client: only the first address of the name, as the course's client")
    private boolean asSheet;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.IP_CHOICE, options);
        if (options.isClient()) {
            var target = options.target(Experiment.IP_CHOICE);
            return run.call((_, events) -> new IpChoiceClient(target, asSheet, events));
        }
        if (options.host.isBlank()) options.host = IpChoiceServer.USUAL_HOST;
        return run.serve(
                (opening, events) -> TcpServer.start(opening, ServerMode.SEQUENTIAL, new IpChoiceServer(), events));
    }
}
