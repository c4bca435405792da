package io.landline.ui.control;

import io.landline.ui.label.EmojiLabel;
import io.landline.ui.look.Appearance;
import io.landline.ui.look.Icon;
import io.landline.ui.text.FileKind;
import io.landline.ui.text.FileName;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A file or folder of somebody else in a list of which some are taken: a box, an icon, its name, and its size at the
/// end, or below the name in a narrow list. A file's true extension is a label of its own: however long the name is, it
/// is seen. This is the graphic of a [ListCell] or [TreeCell], and as wide as that. JavaFX thread.
public final class TickedLine extends HBox {
    /// In `em`: in a list narrower than this a size at the end leaves a name too little.
    private static final double NARROW_EM = 24;
    /// In `em`: in a list narrower than this the facts of a folder stand each on a line of its own.
    private static final double VERY_NARROW_EM = 18;
    /// In `em`: how much further right each folder's content begins in a tree.
    private static final double INDENT_EM = 1.25;

    private final CheckBox box = new CheckBox();
    private final Icon icon = new Icon(Feather.FILE);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel extension = new EmojiLabel();
    private final Label beside = sizeLabel();
    private final Label below = sizeLabel();
    private final ObservableDoubleValue listWidth;
    private List<String> facts = List.of();
    private String size = "";
    private String said = "";
    private int depth;
    private boolean isProgram;

    /// @param listWidth of the list or tree that this is a line of
    /// @param clicked is run when the box is clicked; the space bar is the list's own
    public TickedLine(ObservableDoubleValue listWidth, Runnable clicked) {
        this.listWidth = listWidth;
        box.setFocusTraversable(false); // the space bar ticks the row
        box.setOnAction(_ -> clicked.run());
        name.setMinWidth(0);
        extension.setMinWidth(USE_PREF_SIZE);
        extension.getStyleClass().add("ticked-line-extension");
        var whole = new HBox(name, extension);
        whole.setMinWidth(0);
        whole.getStyleClass().add("ticked-line-name");
        Appearance.keepOrderAtBottom(whole, whole.alignmentProperty());
        var words = new VBox(whole, below);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT); // a button in the row may be higher
        HBox.setHgrow(words, Priority.ALWAYS);
        beside.setMinWidth(Region.USE_PREF_SIZE);
        below.setMinWidth(0);
        getChildren().addAll(box, icon, words, beside);
        listWidth.subscribe(_ -> showSize());
        name.fontProperty().subscribe(this::showSize);
        getStyleClass().add("ticked-line");
        setMinWidth(0);
        setPrefWidth(0); // as wide as the list: nothing scrolls sideways
        setMaxWidth(Double.MAX_VALUE);
    }

    private static Label sizeLabel() {
        var label = new Label();
        label.getStyleClass().add("ticked-line-size");
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty()); // a folder's would push the name up
        return label;
    }

    /// Letters change while styles are applied: a label that went into another pane then would break that off.
    private void showSize() {
        double em = name.getFont().getSize();
        double width = listWidth.get() - depth * INDENT_EM * em;
        boolean isNarrow = listWidth.get() > 0 && width < NARROW_EM * em;
        boolean isVeryNarrow = isNarrow && width < VERY_NARROW_EM * em;
        beside.setText(isNarrow ? "" : size);
        below.setText(isVeryNarrow ? String.join("\n", facts) : isNarrow ? size : "");
    }

    /// @param theirs the name as its owner gave it
    public void show(boolean isFolder, String theirs, String sizeShown) {
        show(isFolder, theirs, 0, List.of(sizeShown), sizeShown);
    }

    /// @param folders how many it lies in, of those that the tree shows
    /// @param sizeFacts what is said of its size
    /// @param sizeShown the same in one line
    public void show(boolean isFolder, String theirs, int folders, List<String> sizeFacts, String sizeShown) {
        FileName parts = isFolder ? new FileName(theirs, "") : FileName.of(theirs);
        showProgram(!isFolder && parts.kind() == FileKind.PROGRAM);
        icon.show(isFolder ? Feather.FOLDER : isProgram ? Feather.TERMINAL : Feather.FILE);
        said = PeerText.line(theirs);
        showName(PeerText.line(parts.stem()), parts.extension().isEmpty() ? "" : PeerText.line(parts.extension()));
        depth = folders;
        facts = List.copyOf(sizeFacts);
        size = sizeShown;
        showSize();
        showMarks(true);
    }

    /// A sentence of ours instead, which cannot be ticked.
    public void showSentence(String sentence) {
        said = sentence;
        showProgram(false);
        showName(sentence, "");
        facts = List.of();
        size = "";
        showSize();
        showMarks(false);
    }

    private void showName(String stem, String behind) {
        name.setText(stem);
        extension.setText(behind);
        Visibility.show(extension, !behind.isEmpty());
    }

    /// As the card of an offer shows one.
    private void showProgram(boolean now) {
        isProgram = now;
        extension.getStyleClass().remove("ticked-line-program");
        if (now) extension.getStyleClass().add("ticked-line-program");
    }

    private void showMarks(boolean isShown) {
        box.setVisible(isShown);
        icon.setVisible(isShown);
    }

    /// @param isPartly some of a folder, but not all of it
    public void tick(boolean isTicked, boolean isPartly) {
        box.setIndeterminate(isPartly);
        box.setSelected(isTicked);
    }

    /// Whether it is a file that runs when it is opened.
    public boolean isProgram() {
        return isProgram;
    }

    /// The name as a screen reader says it.
    public String said() {
        return said;
    }

    public String shownSize() {
        return size;
    }
}
