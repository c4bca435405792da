package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.echo.TcpChatClient;
import io.landline.lab.echo.TcpChatServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab tcp-chat` (S4).
@Command(name = "tcp-chat",
        description = "many messages on one connection, each answered with its length, until Exit (TCP 1060)")
final class TcpChatCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--mode", paramLabel = "MODE", description = "server: sequential (default) or concurrent")
    private ServerMode mode = ServerMode.SEQUENTIAL;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.TCP_CHAT, options);
        if (options.isClient()) {
            var target = options.target(Experiment.TCP_CHAT);
            return run.call((typed, events) -> new TcpChatClient(target, typed, events));
        }
        return run.serve((opening, events) -> TcpServer.start(opening, mode, new TcpChatServer(), events));
    }
}
