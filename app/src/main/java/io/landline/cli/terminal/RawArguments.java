package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The arguments of this process in the bytes that the system got. Java shows U+FFFD for bytes that are no UTF-8, and a
/// message would go out like that. Linux tells the bytes; elsewhere each argument counts as text. Stateless; any
/// thread.
final class RawArguments {
    /// What stands for bytes that are no text. Somebody may also have typed it.
    private static final char NO_TEXT = '\uFFFD';
    /// All arguments, each with a zero byte behind it. Those of Java stand first.
    private static final Path OF_THIS_PROCESS = Path.of("/proc/self/cmdline");

    private RawArguments() {}

    /// Whether an argument, or the value of an option, is what was typed.
    static boolean isText(String argument) {
        if (argument.indexOf(NO_TEXT) < 0) return true;
        try {
            return isText(argument, Files.readAllBytes(OF_THIS_PROCESS));
        } catch (IOException e) {
            return true; // another system, or no /proc
        }
    }

    static boolean isText(String argument, byte[] commandLine) {
        int from = 0;
        for (int at = 0; at <= commandLine.length; at++) {
            if (at < commandLine.length && commandLine[at] != 0) continue;
            byte[] typed = Arrays.copyOfRange(commandLine, from, at);
            from = at + 1;
            String shown = new String(typed, UTF_8);
            boolean isIt = shown.equals(argument) || shown.endsWith("=" + argument);
            if (isIt && !Arrays.equals(shown.getBytes(UTF_8), typed)) return false;
        }
        return true;
    }
}
