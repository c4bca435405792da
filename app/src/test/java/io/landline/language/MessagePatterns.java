package io.landline.language;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// All that a part of the program can say, read off its sources. What it says passes through a parameter named
/// `english`, so each call of a method or constructor that has one is looked at: there must stand a constant, or a
/// choice between constants.
public final class MessagePatterns {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final List<CompilationUnitTree> sources = new ArrayList<>();
    /// Methods and constructors by their names (for `of`, with the class before it), and at which place they take the
    /// sentence.
    private final Map<String, TreeSet<Integer>> speakers = new HashMap<>();
    /// Names that have a form without a sentence of their own too: it takes what was made one before.
    private final Set<String> alsoSilent = new HashSet<>();
    public final TreeSet<String> found = new TreeSet<>();
    /// Calls that say what cannot be read off the source.
    public final List<String> unknown = new ArrayList<>();
    /// Calls that bring less than their sentence has places.
    public final List<String> unfilled = new ArrayList<>();

    public MessagePatterns(List<Path> folders) throws IOException {
        var files = new ArrayList<Path>();
        for (Path each : folders) {
            try (Stream<Path> all = Files.walk(each)) {
                files.addAll(all.filter(file -> file.toString().endsWith(".java")).toList());
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.parse().forEach(sources::add);
        }
        sources.forEach(each -> new Speakers().scan(each, null));
        sources.forEach(each -> new Calls(each.getSourceFile().getName()).scan(each, null));
    }

    private static String name(String type, String method) {
        return method.equals("<init>") ? type : method.equals("of") ? type + ".of" : method;
    }

    private final class Speakers extends TreeScanner<Void, Void> {
        private String type = "";

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = type;
            type = tree.getSimpleName().toString();
            super.visitClass(tree, null);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            String name = name(type, tree.getName().toString());
            int at = tree.getParameters().stream().map(each -> each.getName().toString()).toList().indexOf("english");
            if (at < 0) {
                alsoSilent.add(name);
            } else {
                speakers.computeIfAbsent(name, _ -> new TreeSet<>()).add(at);
            }
            return super.visitMethod(tree, null);
        }
    }

    private final class Calls extends TreeScanner<Void, Void> {
        private final String file;

        Calls(String file) { this.file = file; }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            String name = switch (tree.getMethodSelect()) {
                case MemberSelectTree select -> name(select.getExpression().toString(),
                        select.getIdentifier().toString());
                case IdentifierTree own -> own.getName().toString();
                default -> "";
            };
            look(name, tree.getArguments());
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            look(tree.getIdentifier().toString(), tree.getArguments());
            return super.visitNewClass(tree, null);
        }

        private void look(String name, List<? extends ExpressionTree> arguments) {
            TreeSet<Integer> at = speakers.get(name);
            if (at == null) return;
            List<String> heard = List.of();
            int brought = 0;
            for (int i : at) {
                if (!heard.isEmpty() || i >= arguments.size()) continue;
                heard = constants(arguments.get(i));
                brought = arguments.size() - i - 1;
            }
            for (String each : heard) if (places(each) > brought) unfilled.add(file + ": " + each);
            boolean handsOn = arguments.stream().anyMatch(each -> each.toString().equals("english"));
            boolean saidBefore = alsoSilent.contains(name)
                    && arguments.stream().noneMatch(each -> each.toString().contains("\""));
            if (heard.isEmpty() && !handsOn && !saidBefore) unknown.add(file + ": " + name + "(" + arguments + ")");
            found.addAll(heard);
        }

        private static int places(String pattern) {
            return PLACE.matcher(pattern)
                    .results()
                    .mapToInt(each -> Integer.parseInt(each.group(1)) + 1)
                    .max()
                    .orElse(0);
        }

        /// What it may be; nothing where that is not known.
        private List<String> constants(ExpressionTree tree) {
            return switch (tree) {
                case LiteralTree literal when literal.getValue() instanceof String text -> List.of(text);
                case ParenthesizedTree inner -> constants(inner.getExpression());
                case ConditionalExpressionTree choice -> both(constants(choice.getTrueExpression()),
                        constants(choice.getFalseExpression()));
                case SwitchExpressionTree choice -> ofCases(choice);
                case BinaryTree sum -> joined(constants(sum.getLeftOperand()), constants(sum.getRightOperand()));
                default -> List.of();
            };
        }

        private List<String> ofCases(SwitchExpressionTree choice) {
            var all = new ArrayList<String>();
            for (CaseTree each : choice.getCases()) {
                if (!(each.getBody() instanceof ExpressionTree body)) return List.of();
                List<String> known = constants(body);
                if (known.isEmpty()) return List.of();
                all.addAll(known);
            }
            return all;
        }

        private static List<String> both(List<String> one, List<String> other) {
            return one.isEmpty() || other.isEmpty() ? List.of() : Stream.concat(one.stream(), other.stream()).toList();
        }

        private static List<String> joined(List<String> one, List<String> other) {
            return one.size() == 1 && other.size() == 1 ? List.of(one.getFirst() + other.getFirst()) : List.of();
        }
    }
}
