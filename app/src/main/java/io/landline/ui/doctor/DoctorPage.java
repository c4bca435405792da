package io.landline.ui.doctor;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingState;
import io.landline.language.Texts;
import io.landline.ui.control.BarPlace;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.Visibility;
import io.landline.ui.doctor.DoctorViewModel.Asked;
import io.landline.ui.doctor.DoctorViewModel.Problem;
import io.landline.ui.doctor.DoctorViewModel.Problem.Failed;
import io.landline.ui.doctor.DoctorViewModel.Problem.Typed;
import io.landline.ui.doctor.DoctorViewModel.Problem.UnknownHost;
import io.landline.ui.doctor.DoctorViewModel.Stage;
import io.landline.ui.look.Appearance;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Why somebody is not seen: one button, and what it found. JavaFX thread.
public final class DoctorPage implements Page {
    /// A press means nothing until the examination has ended.
    private static final PseudoClass WORKING = PseudoClass.getPseudoClass("working");

    private final PageContext context;
    private final DoctorViewModel model;
    private final Texts texts;
    private final FindingFormatter formatter;
    private final ScrollPane scroll = new ScrollPane();
    private final Button look = new Button();
    private final CopyButton copy;
    private final ProgressBar progress = new ProgressBar();
    private final Label verdict = Paragraph.styled("", Styles.TITLE_4);
    private final Label asked = Paragraph.muted("");
    private final VBox found = new VBox();
    private final TitledPane inOrder = new TitledPane();
    private final LookAroundCard around;
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ListChangeListener<Finding> changed = _ -> showFindings();
    private final Subscription subscriptions;

    /// @param model shared with the pages after this one; its maker closes it
    public DoctorPage(PageContext context, DoctorViewModel model) {
        this.context = context;
        this.model = model;
        texts = context.texts(DoctorPage.class);
        formatter = FindingFormatter.in(context.language(), texts, ZoneId.systemDefault());
        look.setId("doctor-look");
        look.setMnemonicParsing(false);
        look.setGraphic(new Icon(Feather.LIFE_BUOY));
        look.getStyleClass().add(Styles.ACCENT);
        look.setOnAction(_ -> model.look());
        copy = new CopyButton(texts.get("copy.report"), texts.get("copied"), this::report);
        copy.setId("doctor-copy");
        var buttons = new ControlLine(look, copy);
        buttons.getStyleClass().add("doctor-buttons");
        var missed = new InputField("doctor-host", texts.get("host"), model.typed(), note)
                .like(texts.get("host.like"))
                .fromTheLeft()
                .onEnter(model::lookForTyped);
        var lookFor = new Button(texts.get("host.look"), new Icon(Feather.SEARCH));
        lookFor.setId("doctor-look-host");
        lookFor.setMnemonicParsing(false);
        lookFor.setOnAction(_ -> model.lookForTyped());
        model.looking().subscribe(looking -> {
            // a disabled button would lose the keyboard
            for (Button each : List.of(look, lookFor)) each.pseudoClassStateChanged(WORKING, looking);
        });
        var missing = new VBox(missed, Paragraph.muted(texts.get("host.meaning")), lookFor);
        missing.getStyleClass().add("doctor-missing");
        around = new LookAroundCard(context, texts);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(texts.get("looking"));
        verdict.setId("doctor-verdict");
        found.setId("doctor-findings");
        found.getStyleClass().add("doctor-findings");
        inOrder.setId("doctor-ok");
        inOrder.setExpanded(false);
        inOrder.setMnemonicParsing(false);
        inOrder.setAnimated(false);
        inOrder.setMinWidth(0); // its title is no reason to scroll sideways
        var column = new VBox(Paragraph.styled(texts.get("title"), Styles.TITLE_3),
                Paragraph.muted(texts.get("meaning")),
                buttons, missing, progress, verdict, asked, found, inOrder, around);
        column.getStyleClass().add("doctor-column");
        var centred = new StackPane(column);
        centred.getStyleClass().add("doctor-page");
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        BarPlace.keep(scroll);
        scroll.getStyleClass().add("doctor-scroll");
        scroll.getStylesheets()
                .addAll(InputField.styleSheet(),
                        requireNonNull(DoctorPage.class.getResource("doctor.css")).toExternalForm());
        model.findings().addListener(changed);
        subscriptions = Subscription.combine(model.stage().subscribe(this::show),
                model.share().subscribe(share -> progress.setProgress(Appearance.steps(scroll, share.doubleValue()))),
                model.problem().subscribe(now -> note.set(note(now))));
    }

    private FieldNote note(Problem problem) {
        return switch (problem) {
            case Typed.NONE -> FieldNote.NOTHING;
            case Typed.EMPTY -> FieldNote.bad(texts.get("host.empty"));
            case Typed.MALFORMED -> FieldNote.bad(texts.get("host.malformed"));
            case UnknownHost(String host) -> FieldNote.bad(texts.format("host.unknown", PeerText.line(host)));
            case Failed(Exception why) -> FieldNote.bad(ErrorMessages.sentence(context.language(), why));
        };
    }

    private void show(Stage stage) {
        look.setText(texts.get(stage == Stage.BEFORE ? "look" : "look.again"));
        Visibility.show(copy, stage == Stage.DONE);
        Visibility.show(progress, stage == Stage.LOOKING);
        Asked question = model.asked();
        asked.setText(question == null ? "" : formatter.question(question));
        Visibility.show(asked, stage == Stage.DONE);
        verdict.setText(switch (stage) {
            case BEFORE -> "";
            case LOOKING -> texts.get("looking");
            case DONE -> texts.get(model.isAnythingBad() ? "verdict.bad" : "verdict.good");
        });
        Visibility.show(verdict, stage != Stage.BEFORE);
        showFindings();
        if (stage == Stage.DONE) bringResultIntoSight();
    }

    /// In a narrow or low window the result begins below what can be seen. Where its first finding can be seen already,
    /// nothing moves.
    private void bringResultIntoSight() {
        if (scroll.getScene() == null) return; // the page is being made, with a result of before
        scroll.applyCss();
        scroll.layout();
        Node content = scroll.getContent();
        double height = scroll.getViewportBounds().getHeight();
        double beyond = content.getLayoutBounds().getHeight() - height;
        if (beyond <= 0) return;
        double from = inContent(verdict).getMinY();
        Node first = found.getChildren().stream().filter(FindingCard.class::isInstance).findFirst().orElse(inOrder);
        double to = Math.min(inContent(first).getMaxY(), from + height);
        double above = scroll.getVvalue() * beyond;
        if (from >= above && to <= above + height) return;
        scroll.setVvalue(Math.clamp((from - verdict.getHeight()) / beyond, 0, 1));
    }

    private Bounds inContent(Node node) {
        return scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private void showFindings() {
        List<Node> cards = new ArrayList<>();
        FindingState group = null;
        for (Finding each : model.findings()) {
            if (each.state() == FindingState.OK) continue;
            if (each.state() != group) cards.add(heading(each.state()));
            group = each.state();
            cards.add(new FindingCard(each, formatter, texts));
        }
        found.getChildren().setAll(cards);
        List<Finding> fine = model.findings().stream().filter(each -> each.state() == FindingState.OK).toList();
        var rows = new VBox();
        rows.getStyleClass().add("doctor-findings");
        fine.forEach(each -> rows.getChildren().add(new FindingCard(each, formatter, texts)));
        inOrder.setContent(rows);
        inOrder.setText(texts.format("in-order", fine.size()));
        Visibility.show(inOrder, !fine.isEmpty());
    }

    private Label heading(FindingState state) {
        Label heading = Paragraph.muted(formatter.state(state));
        heading.getStyleClass().add("doctor-group");
        return heading;
    }

    private String report() {
        Asked question = model.asked();
        return question == null ? "" : formatter.report(question, model.findings());
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        look.requestFocus();
        around.shown();
    }

    @Override
    public void close() {
        around.close();
        subscriptions.unsubscribe();
        model.findings().removeListener(changed);
    }
}
