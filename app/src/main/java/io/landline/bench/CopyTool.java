package io.landline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of other people that copies files over SSH: the same files, on the same machine, into the same folder.
enum CopyTool {
    SCP("scp", "scp") {
        @Override
        List<String> command(SshServer server, Path from, Path into) {
            var command = new ArrayList<String>(List.of("scp", "-r"));
            for (String option : server.client().subList(1, server.client().size())) {
                command.add(option.equals("-p") ? "-P" : option);
            }
            command.addAll(List.of(from.toString(), server.userAtHost() + ":" + into));
            return command;
        }
    },
    RSYNC("rsync over ssh", "rsync") {
        @Override
        List<String> command(SshServer server, Path from, Path into) {
            return List.of("rsync", "-a", "-e", String.join(" ", server.client()), from.toString(),
                    server.userAtHost() + ":" + into + "/");
        }
    },
    RCLONE("rclone over sftp", "rclone") {
        @Override
        List<String> command(SshServer server, Path from, Path into) {
            Path target = Files.isDirectory(from) ? into.resolve(from.getFileName()) : into;
            return List.of("rclone", "copy", "--config", "/dev/null", from.toString(),
                    ":sftp,host=127.0.0.1,port=" + server.port() + ",user=" + server.user() + ",key_file="
                            + server.key() + ",shell_type=unix:" + target);
        }
    };

    /// How often the memory of all its processes is looked at.
    private static final long LOOK_MILLIS = 100;

    final String title;
    final String program;

    CopyTool(String title, String program) {
        this.title = title;
        this.program = program;
    }

    abstract List<String> command(SshServer server, Path from, Path into);

    boolean isInstalled() {
        return Programs.find(program) != null;
    }

    /// Copies a file, or a folder with what is in it.
    ///
    /// @param into a folder that is there, and empty
    /// @param others processes of ours that are no part of it
    CopyCost copy(SshServer server, Path from, Path into, List<Long> others) throws IOException, InterruptedException {
        double serverBefore = server.cpuSeconds();
        double childrenBefore = ProcessCost.ofEndedChildren();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command(server, from, into)).redirectErrorStream(true)
                .redirectOutput(into.resolveSibling("said").toFile())
                .start();
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, ProcessCost.peakOfDescendants(others));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(program + " failed: " + Files.readString(into.resolveSibling("said")).strip());
        }
        double cpu = ProcessCost.ofEndedChildren() - childrenBefore + server.cpuSeconds() - serverBefore;
        return new CopyCost(seconds, cpu, peak);
    }
}
