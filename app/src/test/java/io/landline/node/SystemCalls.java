package io.landline.node;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The calls of a traced program, in the order in which they began, as `strace -f -y -o FILE` writes them down.
record SystemCalls(List<Step> steps) {
    private static final Pattern BEGUN = Pattern.compile("\\d+ +(\\w+)\\((.*)");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");
    private static final String UNFINISHED = "<unfinished ...>";

    /// One call.
    ///
    /// @param start the line that tells its begin
    /// @param end the line that tells its end
    record Step(String call, String arguments, int start, int end) {
        boolean is(String... names) {
            return Arrays.asList(names).contains(call);
        }

        boolean isSync() {
            return is("fsync", "fdatasync");
        }

        /// Whether the arguments hold any of these.
        boolean has(String... texts) {
            return Arrays.stream(texts).anyMatch(arguments::contains);
        }
    }

    /// Whether strace is there, and the system lets it trace.
    static boolean canBeTraced(Path scratch) throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", scratch.toString(), "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException _) { // how Java says that there is no such program
            return false;
        }
    }

    static SystemCalls read(Path trace) throws IOException {
        var steps = new ArrayList<Step>();
        Map<String, Integer> open = new HashMap<>();
        List<String> lines = Files.readAllLines(trace, StandardCharsets.ISO_8859_1);
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            Matcher resumed = RESUMED.matcher(text);
            if (resumed.matches()) {
                Integer at = open.remove(resumed.group(1));
                if (at == null) continue;
                Step begun = steps.get(at);
                steps.set(at, new Step(begun.call(), begun.arguments(), begun.start(), line));
                continue;
            }
            Matcher begun = BEGUN.matcher(text);
            if (!begun.matches()) continue;
            if (text.endsWith(UNFINISHED)) open.put(text.substring(0, text.indexOf(' ')), steps.size());
            steps.add(new Step(begun.group(1), begun.group(2), line, line));
        }
        return new SystemCalls(List.copyOf(steps));
    }

    Step first(String what, Predicate<Step> fits) {
        return steps.stream().filter(fits).findFirst().orElseGet(() -> fail("nowhere: " + what));
    }

    Step firstOr(Step other, Predicate<Step> fits) {
        return steps.stream().filter(fits).findFirst().orElse(other);
    }

    Step last(String what, Predicate<Step> fits) {
        return steps.reversed().stream().filter(fits).findFirst().orElseGet(() -> fail("nowhere: " + what));
    }

    /// A call that begins after the end of one, and ends before the begin of the other.
    void between(Step from, Step to, String what, Predicate<Step> fits) {
        first(what + " between lines " + from.start() + " and " + to.start(),
                step -> fits.test(step) && step.start() > from.end() && step.end() < to.start());
    }
}
