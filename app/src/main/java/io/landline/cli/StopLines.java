package io.landline.cli;

import com.google.gson.JsonObject;

/// What a person reads where a transfer stops: why, what was kept, and what happens next. Stateless; any thread.
final class StopLines {
    static final String WHILE_STARTING = "Interrupted while Landline was starting. Nothing was sent or taken.";

    private StopLines() {}

    /// Ctrl-C or SIGTERM before a command that waits for files has found or started a node. The command just ends: it
    /// has asked no node for anything yet.
    static void whileStarting(Terminal terminal) {
        SignalHandling.does(ExitCode.LATER,
                () -> terminal.warn(WHILE_STARTING));
    }

    /// Ctrl-C in a command that waits for files.
    static void interrupted(Terminal terminal, NodeConnection link) {
        terminal.warn(link.isOwn()
                ? "Interrupted. What has arrived is kept; it goes on when Landline runs on both sides again."
                : "Interrupted. The node that runs here goes on with it; landline transfers list shows it.");
    }

    static String paused(JsonObject event) {
        return EventFormatter.text(event, "by").equals("peer")
                ? "Paused by the other side. What has arrived is kept; it goes on when they resume it."
                : "Paused by you. What has arrived is kept; " + command("resume", event) + " goes on.";
    }

    static String failed(JsonObject event) {
        boolean in = EventFormatter.text(event, "direction").equals("in");
        return event.get("resumable").getAsBoolean() ? stopped(event, in) : ended(event, in);
    }

    private static String stopped(JsonObject event, boolean in) {
        String where = in ? "" : " at the receiver";
        String why = switch (EventFormatter.text(event, "reason")) {
            case "disk-full" -> "The disk is full" + where + ".";
            case "no-permission" -> "The folder may not be written to" + where + ".";
            default -> "Something failed" + where + ".";
        };
        return why + " What has arrived is kept; " + (in
                ? "once that is mended, " + command("resume", event) + " goes on."
                : "it goes on when the receiver resumes it.");
    }

    private static String ended(JsonObject event, boolean in) {
        return switch (EventFormatter.text(event, "reason")) {
            case "declined" -> in
                    ? "Declined. Nothing was taken; " + command("retry", event) + " takes it after all."
                    : "The offer was declined. Nothing was sent.";
            case "cancelled" -> "Cancelled. What had arrived of it is removed; the sender's files are as they were.";
            case "source-changed" -> "Nothing of it is as it was offered any more. What had arrived is removed; "
                    + (in ? "its sender must offer it again." : command("retry", event) + " offers it again.");
            case "source-gone" -> "Its files are gone or cannot be read at the sender. What had arrived is removed; "
                    + (in ? "its sender must offer it again." : command("retry", event) + " offers it again.");
            default -> "It was not taken in time. "
                    + (in ? "Its sender must offer it again." : command("retry", event) + " offers it again.");
        };
    }

    private static String command(String what, JsonObject event) {
        return "landline transfers " + what + " " + EventFormatter.brief(EventFormatter.text(event, "transfer"));
    }
}
