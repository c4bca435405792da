package io.landline.ui.page;

import io.landline.doctor.Examiner;
import io.landline.doctor.Finding;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A doctor that finds what a test gives it, one check for each finding. Confined to the test's thread.
public final class FakeExaminer implements Examiner {
    public final List<Finding> findings = new ArrayList<>();
    /// What it was asked for: `all`, or `host port`.
    public final List<String> asked = new ArrayList<>();
    /// The only host that the system does not know.
    public @Nullable String unknownHost;

    @Override
    public List<Finding> examine(Consumer<Progress> progress) {
        asked.add("all");
        return found(progress);
    }

    @Override
    public List<Finding> examine(String host, int port, Consumer<Progress> progress) throws UnknownHostException {
        asked.add(host + " " + port);
        if (host.equals(unknownHost)) throw new UnknownHostException(host);
        return found(progress);
    }

    private List<Finding> found(Consumer<Progress> progress) {
        int ended = 0;
        for (Finding each : findings) progress.accept(new Progress(++ended, findings.size(), List.of(each)));
        return List.copyOf(findings);
    }
}
