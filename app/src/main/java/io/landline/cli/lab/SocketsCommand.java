package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.compare.EachSocket;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `landline lab sockets` (S22): opens one of each kind on this computer and shows its card.
@Command(name = "sockets", description = "each kind of socket with its addresses and options")
final class SocketsCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        return new LabRun(Experiment.SOCKETS, options).call((_, events) -> new EachSocket(events));
    }
}
