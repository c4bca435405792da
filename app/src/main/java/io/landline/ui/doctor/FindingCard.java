package io.landline.ui.doctor;

import atlantafx.base.theme.Styles;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingState;
import io.landline.language.LeftToRight;
import io.landline.language.Texts;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.look.Icon;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One finding: what it means, what was seen, what to do. JavaFX thread.
final class FindingCard extends VBox {
    FindingCard(Finding finding, FindingFormatter formatter, Texts texts) {
        getStyleClass().addAll("doctor-finding", "doctor-" + finding.state().word());
        Label title = Paragraph.styled(formatter.title(finding), Styles.TEXT_BOLD);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(icon(finding.state()), title);
        head.getStyleClass().add("doctor-head");
        getChildren().addAll(head, below(Paragraph.muted(formatter.evidence(finding))));
        if (!finding.remedy().isEmpty()) getChildren().add(below(remedy(finding, formatter, texts)));
        setAccessibleText(formatter.state(finding.state()) + ": " + formatter.title(finding));
    }

    private static VBox remedy(Finding finding, FindingFormatter formatter, Texts texts) {
        String remedy = formatter.remedy(finding);
        var box = new VBox(Paragraph.plain(texts.format("to-do", remedy)));
        box.getStyleClass().add("doctor-remedy");
        String commands = finding.commands();
        if (!commands.isEmpty()) {
            Label typed = Paragraph.plain(commands);
            typed.getStyleClass().add("doctor-command");
            typed.setMaxWidth(Double.MAX_VALUE);
            box.getChildren().add(typed);
        }
        if (finding.remedy().asksForNothing() && commands.isEmpty()) return box;
        var copy = new CopyButton(texts.get(commands.isEmpty() ? "copy.remedy" : "copy.command"), texts.get("copied"),
                () -> commands.isEmpty() ? LeftToRight.unmarked(remedy) : commands);
        copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "doctor-copy");
        box.getChildren().add(copy);
        return box;
    }

    /// Under the title's words, not under its picture.
    private static Node below(Node node) {
        var box = new VBox(node);
        box.getStyleClass().add("doctor-below");
        return box;
    }

    private static Icon icon(FindingState state) {
        return new Icon(switch (state) {
            case BAD -> Feather.ALERT_CIRCLE;
            case NOTE -> Feather.INFO;
            case UNKNOWN -> Feather.HELP_CIRCLE;
            case OK -> Feather.CHECK_CIRCLE;
        });
    }
}
