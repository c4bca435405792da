package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.doctor.DoctorMessageFormatter;
import io.landline.doctor.Finding;
import io.landline.doctor.probe.NodeDoctor;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.language.Language;
import io.landline.language.LeftToRight;
import io.landline.node.Node;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.TypedAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The command `doctor` of the local socket: `{"do":"doctor"}`, or with `peer` and `port`, or with `language`; answered
/// some seconds later with `findings`, each as the event `finding` (docs/command-line.md, "Events of one command").
/// Stateless; any thread.
final class FindingLines {
    /// A choice: the codes of our languages have two letters.
    private static final int LANGUAGE_BYTES_MAX = 16;

    private FindingLines() {}

    static void answer(Node node, JsonFields command, JsonObject ok) throws MalformedJsonException, CommandException {
        String host = command.textOrNull("peer", CommandLines.NAME_BYTES_MAX);
        int port = (int) command.numberOr("port", TypedAddress.PORT_USUAL, 1, 65_535);
        var list = new JsonArray();
        DoctorMessageFormatter wording = wording(command.textOrNull("language", LANGUAGE_BYTES_MAX));
        for (Finding finding : examine(new NodeDoctor(node), host, port)) list.add(json(finding, wording));
        ok.add("findings", list);
    }

    /// English where no language is named, or one that Landline does not speak.
    private static DoctorMessageFormatter wording(@Nullable String tag) {
        Language language = tag == null ? null : Language.ofTag(tag);
        return language == null || language == Language.ENGLISH
                ? DoctorMessageFormatter.ofCommands()
                : DoctorMessageFormatter.in(language.locale(), UnaryOperator.identity());
    }

    private static List<Finding> examine(NodeDoctor doctor, @Nullable String host, int port) throws CommandException {
        try {
            return host == null ? doctor.examine(_ -> {}) : doctor.examine(host, port, _ -> {});
        } catch (UnknownHostException e) {
            throw new CommandException(Code.NO_PEER,
                    "This system knows no host called " + host + ". Type its address instead.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(Code.NOT_POSSIBLE, "The node is shutting down, so the doctor could not finish.");
        }
    }

    private static JsonObject json(Finding finding, DoctorMessageFormatter wording) {
        JsonObject json = EventLines.event("finding", Instant.now());
        json.addProperty("code", finding.code().word());
        json.addProperty("state", finding.state().word());
        json.addProperty("evidence", LeftToRight.unmarked(wording.format(finding.evidence())));
        json.addProperty("remedy", LeftToRight.unmarked(wording.format(finding.remedy())));
        return json;
    }
}
