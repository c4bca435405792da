package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.relay.RelayPeer;
import io.landline.lab.relay.RelayServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab relay` (S8).
@Command(name = "relay",
        description = "messages between programs through a relay (UDP 9090); a peer types IP/port text")
final class RelayCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--keep", description = "relay: a peer's exit server does not end it")
    private boolean keep;

    @Option(names = "--raw", description = "peer: send a text with a colon too; the relay answers 401")
    private boolean raw;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.RELAY, options);
        if (options.isClient()) {
            var target = options.target(Experiment.RELAY);
            boolean stays = options.lasting() != null;
            return run.call((typed, events) -> new RelayPeer(target, raw, stays, typed, events));
        }
        return run.serve(new RelayServer(keep));
    }
}
