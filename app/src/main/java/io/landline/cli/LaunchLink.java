package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.room.JoinLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The link with which Landline was started, by a click on it or a scanned code. It has the words of a room, and
/// everybody on this computer can read arguments. So the launcher hands it over by a descriptor that is drained at
/// once, or on Windows by the environment.
///
/// @param arguments what else was given
/// @param text null where no link was given; of several, a line each
record LaunchLink(String[] arguments, @Nullable String text) {
    /// The descriptor's number, set by the launcher.
    private static final String DESCRIPTOR = "LANDLINE_LINK_FD";
    private static final String VARIABLE = "LANDLINE_LINK";

    static LaunchLink of(String[] arguments, Map<String, String> environment) {
        var links = new ArrayList<String>();
        String[] others = withoutLinks(arguments, links);
        String text = links.isEmpty() ? null : String.join("\n", links);
        if (text == null) text = environment.get(VARIABLE);
        if (text == null) text = drained(environment.get(DESCRIPTOR));
        return new LaunchLink(others, text == null || text.isBlank() ? null : text.strip());
    }

    /// The arguments without those that are links. A text behind a command is not taken for one: it may be a message to
    /// somebody.
    private static String[] withoutLinks(String[] arguments, List<String> links) {
        var others = new ArrayList<String>();
        boolean value = false;
        boolean behind = false;
        for (String each : arguments) {
            if (!behind && isLink(each)) {
                links.add(each.strip());
                value = false;
                continue;
            }
            behind |= !each.startsWith("-") && !value;
            value = each.startsWith("-");
            others.add(each);
        }
        return others.toArray(String[]::new);
    }

    private static boolean isLink(String argument) {
        return argument.stripLeading().regionMatches(true, 0, JoinLink.SCHEME, 0, JoinLink.SCHEME.length());
    }

    private static @Nullable String drained(@Nullable String descriptor) {
        if (descriptor == null || !descriptor.matches("[3-9]")) return null;
        try (var in = Files.newInputStream(Path.of("/dev/fd/" + descriptor))) {
            return new String(in.readNBytes(2 * JoinLink.MAX_BYTES), UTF_8);
        } catch (IOException e) {
            return null; // without it the window opens as ever
        }
    }

    /// The link that was given; null where none was. Several are no link. None is repeated in what is said of it.
    @Nullable
    JoinLink link() throws CommandFailedException {
        if (text == null) return null;
        return Optional.of(text)
                .filter(one -> one.chars().noneMatch(Character::isISOControl))
                .flatMap(JoinLink::parse)
                .orElseThrow(
                        () -> CommandFailedException
                                .usage(CommandTexts.of("This link is not one of Landline\u2019s: such a"
                                        + " link has a room and its words, and nothing else. Nothing was opened.")));
    }

    /// Shows nothing: it may end in a log.
    @Override
    public String toString() {
        return "launch link";
    }
}
