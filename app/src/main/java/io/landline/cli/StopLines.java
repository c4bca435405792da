package io.landline.cli;

import com.google.gson.JsonObject;

/// What a person reads where a transfer stops: why, what was kept, and what happens next. Stateless; any thread.
final class StopLines {
    private StopLines() {}

    /// Ctrl-C or SIGTERM before a command that waits for files has found or started a node. The command just ends: it
    /// has asked no node for anything yet.
    static void whileStarting(Terminal terminal) {
        SignalHandling.does(ExitCode.LATER, () -> terminal.warn(whileStarting()));
    }

    static String whileStarting() {
        return Said.of("Interrupted while Landline was starting. Nothing was sent or taken.");
    }

    /// Ctrl-C in a command that waits for files.
    static void interrupted(Terminal terminal, NodeConnection link) {
        terminal.warn(Said.of(link.isOwn()
                ? "Interrupted. What has arrived is kept; it goes on when Landline runs on both sides again."
                : "Interrupted. The node that runs here goes on with it; landline transfers list shows it."));
    }

    static String paused(JsonObject event) {
        return EventFormatter.text(event, "by").equals("peer")
                ? Said.of("Paused by the other side. What has arrived is kept; it goes on when they resume it.")
                : Said.of("Paused by you. What has arrived is kept; {0} goes on.", command("resume", event));
    }

    static String failed(JsonObject event) {
        boolean in = EventFormatter.text(event, "direction").equals("in");
        return event.get("resumable").getAsBoolean() ? stopped(event, in) : ended(event, in);
    }

    private static String stopped(JsonObject event, boolean in) {
        String why = switch (EventFormatter.text(event, "reason")) {
            case "disk-full" -> Said.of(in ? "The disk is full." : "The disk is full at the receiver.");
            case "no-permission" -> Said.of(
                    in ? "The folder may not be written to." : "The folder may not be written to at the receiver.");
            default -> Said.of(in ? "Something failed." : "Something failed at the receiver.");
        };
        return why + " " + (in
                ? Said.of("What has arrived is kept; once that is mended, {0} goes on.", command("resume", event))
                : Said.of("What has arrived is kept; it goes on when the receiver resumes it."));
    }

    private static String ended(JsonObject event, boolean in) {
        return switch (EventFormatter.text(event, "reason")) {
            case "declined" -> in
                    ? Said.of("Declined. Nothing was taken; {0} takes it after all.", command("retry", event))
                    : Said.of("The offer was declined. Nothing was sent.");
            case "cancelled" -> Said.of(
                    "Cancelled. What had arrived of it is removed; the sender's files are as they were.");
            case "source-changed" -> Said.of("Nothing of it is as it was offered any more.") + " "
                    + removed(event, in);
            case "source-gone" -> Said.of("Its files are gone or cannot be read at the sender.") + " "
                    + removed(event, in);
            default -> Said.of("It was not taken in time.") + " " + (in
                    ? Said.of("Its sender must offer it again.")
                    : Said.of("{0} offers it again.", command("retry", event)));
        };
    }

    private static String removed(JsonObject event, boolean in) {
        return in
                ? Said.of("What had arrived is removed; its sender must offer it again.")
                : Said.of("What had arrived is removed; {0} offers it again.", command("retry", event));
    }

    private static String command(String what, JsonObject event) {
        return "landline transfers " + what + " " + EventFormatter.brief(EventFormatter.text(event, "transfer"));
    }
}
