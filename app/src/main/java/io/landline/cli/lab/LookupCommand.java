package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.names.Lookup;
import io.landline.lab.names.UsualServices;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `landline lab lookup` (S11, S24).
@Command(name = "lookup", description = "names, addresses, services and ports; without a name this computer itself")
final class LookupCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Parameters(paramLabel = "NAME|ADDRESS", arity = "0..1", description = "the name or the address to look up")
    private String subject = "";

    @Option(names = "--self", description = "this computer's name and addresses")
    private boolean self;

    @Option(names = "--service", paramLabel = "S", description = "the port of this service")
    private String service = "";

    @Option(names = "--services", description = "the usual services with port, meaning and RFC")
    private boolean services;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.LOOKUP, options);
        if (services) return run.call((_, events) -> new UsualServices(events));
        int port = options.port == null ? 0 : options.port;
        String asked = self ? "" : subject;
        return run.call((_, events) -> new Lookup(asked, service, port, events));
    }
}
