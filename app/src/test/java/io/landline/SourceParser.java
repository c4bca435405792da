package io.landline;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Reads sources by the parser of the JDK, and resolves nothing: they need not compile.
final class SourceParser {
    /// Sources that are parsed together: more need more memory, fewer start the parser more often.
    private static final int AT_ONCE = 100;

    private SourceParser() {}

    /// What is done with each source.
    @FunctionalInterface
    interface Visitor {
        void visit(String name, CompilationUnitTree unit, SourcePositions positions);
    }

    /// @param sources text by name
    /// @return what the parser did not understand
    static List<String> parse(Map<String, String> sources, Visitor visitor) throws IOException {
        var mistakes = new ArrayList<String>();
        List<Source> files = sources.entrySet()
                .stream()
                .map(each -> new Source(each.getKey(), each.getValue()))
                .toList();
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            List<Source> some = files.subList(from, Math.min(from + AT_ONCE, files.size()));
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, mistake -> mistakes.add(mistake.toString()), null, null, some);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                visitor.visit(unit.getSourceFile().getName().substring(1), unit, positions);
            }
        }
        return mistakes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
