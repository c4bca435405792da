package io.landline.ui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.language.Texts;
import io.landline.ui.lab.WirePicture.Pixels;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.diagram.ChartPane;
import io.landline.ui.lab.report.Csv;
import io.landline.ui.lab.report.HtmlReport;
import io.landline.ui.lab.report.LabReport.Picture;
import io.landline.ui.lab.report.LabReport.Table;
import io.landline.ui.lab.report.ReportFile;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/// The button that exports: a report in one file, pictures, tables. JavaFX thread.
final class ExportButton extends MenuButton {
    private static final String HTML = ".html";
    private static final String PNG = ".png";
    private static final String CSV = ".csv";

    private final PageContext context;
    private final BenchViewModel bench;
    private final CardFormatter formatter;
    private final Texts texts;
    private final SaveDialog choice;

    ExportButton(PageContext context, BenchViewModel bench, CardFormatter formatter, Texts texts, SaveDialog choice) {
        this.context = context;
        this.bench = bench;
        this.formatter = formatter;
        this.texts = texts;
        this.choice = choice;
        setText(texts.get("export"));
        setGraphic(new Icon(Feather.SHARE));
        setId("lab-export");
        setMnemonicParsing(false);
        add("export-report", texts.get("export.report"), this::report);
        add("export-ladder", texts.get("export.ladder"), () -> picture(WirePicture.ofLadder(bench, formatter, texts)));
        add("export-trace", texts.get("export.trace"), () -> table(content()::trace));
        if (!ChartPane.isFor(bench.system().chart())) return;
        add("export-chart", texts.get("export.chart"), () -> picture(WirePicture.ofChart(bench, formatter, texts)));
        add("export-measured", texts.get("export.measured"), this::measured);
    }

    private void add(String id, String name, Runnable action) {
        var item = new MenuItem(name);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        getItems().add(item);
    }

    private ReportContent content() {
        return new ReportContent(bench, formatter, texts);
    }

    private void report() {
        ReportContent content = content();
        var pictures = new ArrayList<HeadedPixels>();
        if (!bench.ladder().get().rungs().isEmpty()) {
            pictures.add(new HeadedPixels(texts.get("ladder"), WirePicture.ofLadder(bench, formatter, texts)));
        }
        if (ChartPane.isFor(bench.system().chart()) && !bench.measures().get().isEmpty()) {
            pictures.add(new HeadedPixels(texts.get("show.chart"), WirePicture.ofChart(bench, formatter, texts)));
        }
        Instant made = Instant.now();
        save(HTML, () -> {
            List<Picture> files = pictures.stream()
                    .map(each -> new Picture(each.heading(), each.pixels().png()))
                    .toList();
            return HtmlReport.of(content.report(made, files, Interfaces.rows())).getBytes(UTF_8);
        });
    }

    private record HeadedPixels(String heading, Pixels pixels) {}

    private void picture(Pixels pixels) {
        save(PNG, pixels::png);
    }

    private void measured() {
        ReportContent content = content();
        if (content.isMeasured()) {
            table(content::measured);
        } else {
            context.notices().problem(texts.get("export.nothing"));
        }
    }

    private void table(Supplier<Table> table) {
        save(CSV, () -> Csv.of(table.get()).getBytes(UTF_8));
    }

    /// @param made called off the JavaFX thread
    private void save(String ending, Callable<byte[]> made) {
        Path chosen = choice.file(getScene().getWindow(), texts.get("export"),
                "landline-lab-" + bench.system().key() + ending);
        if (chosen == null) return;
        context.background().run(() -> ReportFile.write(chosen, ending, made.call()), this::saved, this::failed);
    }

    private void saved(Path file) {
        context.notices().done(texts.format("export.saved", PeerText.line(file.toString())));
    }

    private void failed(Exception failure) {
        System.getLogger(ExportButton.class.getName())
                .log(System.Logger.Level.WARNING, "exporting from the lab", failure);
        context.notices()
                .problem(failure instanceof IOException ? texts.get("export.failed") : texts.get("export.broken"));
    }
}
