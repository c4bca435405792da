package io.landline.ui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.ui.lab.WirePicture.Pixels;
import io.landline.ui.lab.report.Csv;
import io.landline.ui.lab.report.ExportFile;
import io.landline.ui.lab.report.HtmlReport;
import io.landline.ui.lab.report.LabReport;
import io.landline.ui.lab.report.LabReport.Picture;
import io.landline.ui.lab.report.LabReport.Table;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The button that exports: a report in one file, pictures, tables. JavaFX thread.
final class Exporting extends MenuButton {
    private static final String HTML = ".html";
    private static final String PNG = ".png";
    private static final String CSV = ".csv";

    private final PageContext context;
    private final BenchViewModel bench;
    private final CardWords words;
    private final Texts texts;
    private final ReportContent content;
    private final Choice choice;

    /// Asks where to, and whether a file that is there already may be replaced; null: nowhere.
    interface Choice {
        @Nullable
        File file(String title, String name);
    }

    Exporting(PageContext context, BenchViewModel bench, CardWords words, Texts texts) {
        this.context = context;
        this.bench = bench;
        this.words = words;
        this.texts = texts;
        content = new ReportContent(bench, words, texts);
        choice = this::ask;
        setText(texts.get("export"));
        setGraphic(new Icon(Feather.SHARE));
        setId("lab-export");
        setMnemonicParsing(false);
        add("export-report", texts.get("export.report"), this::report);
        add("export-ladder", texts.get("export.ladder"), () -> picture(WirePicture.ofLadder(bench, words, texts)));
        add("export-trace", texts.get("export.trace"), () -> table(content.trace()));
        if (!ChartPane.isFor(bench.system().chart())) return;
        add("export-chart", texts.get("export.chart"), () -> picture(WirePicture.ofChart(bench, words, texts)));
        add("export-measured", texts.get("export.measured"), this::measured);
    }

    private void add(String id, String name, Runnable action) {
        var item = new MenuItem(name);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        getItems().add(item);
    }

    private void report() {
        var pictures = new ArrayList<HeadedPixels>();
        if (!bench.ladder().get().rungs().isEmpty())
            pictures.add(new HeadedPixels(texts.get("ladder"), WirePicture.ofLadder(bench, words, texts)));
        if (content.measured() != null) pictures.add(new HeadedPixels(texts.get("show.chart"), WirePicture.ofChart(bench, words, texts)));
        Instant made = Instant.now();
        context.background().run(
                () -> new Material(Interfaces.rows(),
                        pictures.stream().map(each -> new Picture(each.heading(), each.pixels().png())).toList()),
                material -> {
                    LabReport report = content.report(made, material.pictures(), material.interfaces());
                    save(HTML, () -> HtmlReport.of(report).getBytes(UTF_8));
                }, this::failed);
    }

    private record HeadedPixels(String heading, Pixels pixels) {}

    /// What takes time to get, and is got off the JavaFX thread.
    private record Material(List<List<String>> interfaces, List<Picture> pictures) {}

    private void picture(Pixels pixels) {
        save(PNG, pixels::png);
    }

    private void measured() {
        Table measured = content.measured();
        if (measured == null) context.notices().problem(texts.get("export.nothing"));
        else
            table(measured);
    }

    private void table(Table table) {
        save(CSV, () -> Csv.of(table).getBytes(UTF_8));
    }

    private void save(String ending, Callable<byte[]> made) {
        File chosen = choice.file(texts.get("export"), "landline-lab-" + bench.system().key() + ending);
        if (chosen == null) return;
        context.background().run(() -> ExportFile.write(chosen.toPath(), ending, made.call()), this::saved, this::failed);
    }

    private void saved(Path file) {
        context.notices().done(texts.format("export.saved", PeerText.line(file.toString())));
    }

    private void failed(Exception failure) {
        System.getLogger(Exporting.class.getName()).log(System.Logger.Level.WARNING, "exporting from the lab", failure);
        context.notices().problem(failure instanceof IOException ? texts.get("export.failed") : texts.get("export.broken"));
    }

    private @Nullable File ask(String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return chooser.showSaveDialog(getScene().getWindow());
    }
}
