package io.landline;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// Finds in a source what the formatter cannot mend by itself. The parser is that of the JDK.
final class SourceLayout extends TreeScanner<Void, Void> {
    /// Characters in a line: two files fit side by side.
    static final int COLUMNS_MAX = 120;
    /// Of a record of the program itself.
    static final int COMPONENTS_MAX = 9;
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*$");

    private final String name;
    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> mistakes = new ArrayList<>();
    /// All that stand outside the imports, those of comments included: these link to classes.
    private final Set<String> words;

    private SourceLayout(String name, String text, CompilationUnitTree unit, SourcePositions positions) {
        this.name = name;
        this.text = text;
        this.unit = unit;
        this.positions = positions;
        words = WORD.matcher(IMPORT.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    /// @param sources text by name
    /// @return each as `file:line: what`
    static List<String> mistakes(Map<String, String> sources) throws IOException {
        var mistakes = new ArrayList<String>();
        List<String> unread = SourceParser.parse(sources, (name, unit, positions) -> {
            var layout = new SourceLayout(name, sources.getOrDefault(name, ""), unit, positions);
            layout.checkColumns();
            layout.scan(unit, null);
            mistakes.addAll(layout.mistakes);
        });
        mistakes.addAll(0, unread);
        return mistakes;
    }

    /// The records that may get no further component, one in another class as `Outer.Inner`.
    static Set<String> fullRecords(Map<String, String> sources) throws IOException {
        var full = new HashSet<String>();
        SourceParser.parse(sources, (name, unit, positions) -> {
            var records = new TreeScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree tree, String outer) {
                    String record = outer + tree.getSimpleName();
                    if (components(tree) >= COMPONENTS_MAX) full.add(record);
                    return super.visitClass(tree, record + ".");
                }
            };
            records.scan(unit, "");
        });
        return full;
    }

    private void checkColumns() {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int columns = lines.get(i).codePointCount(0, lines.get(i).length());
            if (columns > COLUMNS_MAX) mistakes.add(name + ":" + (i + 1) + ": " + columns + " columns");
        }
    }

    /// More values of a record are hard to keep in order where one is made: they are grouped by meaning.
    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        long components = name.contains("src/test/") ? 0 : components(tree);
        if (components > COMPONENTS_MAX) report(tree, components + " components");
        return super.visitClass(tree, nothing);
    }

    /// Of a record; else 0.
    private static long components(ClassTree tree) {
        if (tree.getKind() != Tree.Kind.RECORD) return 0;
        return tree.getMembers()
                .stream()
                .filter(member -> member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    /// Of the program itself the compiler asks for it too.
    @Override
    public Void visitImport(ImportTree tree, Void nothing) {
        String imported = tree.getQualifiedIdentifier().toString();
        String simple = imported.substring(imported.lastIndexOf('.') + 1);
        if (!simple.equals("*") && !words.contains(simple)) report(tree, "nothing uses the import of " + simple);
        return super.visitImport(tree, nothing);
    }

    @Override
    public Void visitIf(IfTree tree, Void nothing) {
        StatementTree other = tree.getElseStatement();
        if (other != null) {
            needsBraces(tree.getThenStatement());
            if (other instanceof IfTree next) {
                needsBraces(next.getThenStatement());
            } else {
                needsBraces(other);
            }
        } else if (!(tree.getThenStatement() instanceof BlockTree) && line(tree) < lastLine(tree)) {
            report(tree, "an if of several lines has braces");
        }
        return super.visitIf(tree, nothing);
    }

    private void needsBraces(StatementTree branch) {
        if (!(branch instanceof BlockTree)) report(branch, "an if with an else has braces in each branch");
    }

    @Override
    public Void visitCase(CaseTree tree, Void nothing) {
        checkCommas(tree.getLabels());
        return super.visitCase(tree, nothing);
    }

    @Override
    public Void visitDeconstructionPattern(DeconstructionPatternTree tree, Void nothing) {
        checkCommas(tree.getNestedPatterns());
        return super.visitDeconstructionPattern(tree, nothing);
    }

    /// Looks before the start of each part: where an unnamed pattern ends the parser does not tell.
    private void checkCommas(List<? extends Tree> parts) {
        for (Tree part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            int comma = text.lastIndexOf(',', (int) positions.getStartPosition(unit, part));
            if (!Character.isWhitespace(text.charAt(comma + 1))) report(part, "a blank follows a comma");
        }
    }

    private long line(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    private long lastLine(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }

    private void report(Tree tree, String what) {
        String mistake = name + ":" + line(tree) + ": " + what;
        if (!mistakes.contains(mistake)) mistakes.add(mistake);
    }
}
