package io.landline;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The classes of this project's sources and of the JDK, by their simple names, with what they declare.
final class ClassNames {
    /// @param name with its package and the classes around it
    /// @param above simple names of what it extends and implements
    private record Declared(String name, Set<String> members, Set<String> above) {}

    private static final String CLASS_FILE = ".class";

    private final Map<String, List<Declared>> ours = new HashMap<>();
    private final Map<String, List<String>> javas = new HashMap<>();

    /// @param sources text by name of file
    static ClassNames of(Map<String, String> sources) throws IOException {
        var names = new ClassNames();
        SourceParser.parse(sources, (_, unit, _) -> {
            String inPackage = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            new Scanner(names.ours, inPackage).scan(unit, null);
        });
        names.readJavas();
        return names;
    }

    /// Packages `java` and `javax` of the JDK that runs the test. Others are nobody's to name.
    private void readJavas() throws IOException {
        List<Path> modules;
        try (Stream<Path> all = Files.list(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules"))) {
            modules = all.filter(module -> module.getFileName().toString().startsWith("java.")).toList();
        }
        for (Path module : modules) {
            for (Path top : List.of(module.resolve("java"), module.resolve("javax"))) {
                if (Files.exists(top)) readJavas(module, top);
            }
        }
    }

    private void readJavas(Path module, Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            files.map(file -> module.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS_FILE))
                    .map(file -> file.substring(0, file.length() - CLASS_FILE.length()).replace('/', '.'))
                    .forEach(name -> javas.computeIfAbsent(simple(name), _ -> new ArrayList<>()).add(name));
        }
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /// Whether there is such a class, or such a member of a class. The name may begin with packages or outer classes.
    /// What begins with a small letter behind a class is a method, a field or a component of it.
    boolean has(String dotted) {
        List<String> parts = List.of(dotted.split("[.#]"));
        int last = parts.size() - 1;
        while (last >= 0 && !Character.isUpperCase(parts.get(last).charAt(0))) last--;
        if (last < 0 || parts.size() - last > 2) return false;
        String member = last == parts.size() - 1 ? null : parts.get(last + 1);
        String name = String.join(".", parts.subList(0, last + 1));
        if (member == null && isConstant(parts.get(last)) && last > 0) {
            member = parts.get(last);
            name = String.join(".", parts.subList(0, last));
        }
        String searched = member;
        return find(name).anyMatch(each -> searched == null || members(each, new HashSet<>()).contains(searched))
                || javas(name).anyMatch(each -> searched == null || declares(each, searched));
    }

    private static boolean isConstant(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    private Stream<Declared> find(String name) {
        return ours.getOrDefault(simple(name), List.of())
                .stream()
                .filter(each -> ("." + each.name()).endsWith("." + name));
    }

    private Stream<String> javas(String name) {
        return javas.getOrDefault(simple(name), List.of())
                .stream()
                .filter(each -> ("." + each.replace('$', '.')).endsWith("." + name));
    }

    private Set<String> members(Declared of, Set<String> seen) {
        var members = new HashSet<>(of.members());
        for (String above : of.above()) {
            if (!seen.add(above)) continue;
            find(above).forEach(each -> members.addAll(members(each, seen)));
            javas(above).forEach(each -> members.addAll(declared(each)));
        }
        return members;
    }

    private static boolean declares(String javaClass, String member) {
        return declared(javaClass).contains(member);
    }

    private static Set<String> declared(String javaClass) {
        try {
            Class<?> found = Class.forName(javaClass, false, ClassLoader.getPlatformClassLoader());
            var names = new HashSet<String>();
            Arrays.stream(found.getMethods()).forEach(method -> names.add(method.getName()));
            Arrays.stream(found.getFields()).forEach(field -> names.add(field.getName()));
            return names;
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the JDK lists a class that it does not have", e);
        }
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final Map<String, List<Declared>> into;
        private final String inPackage;
        private final Deque<Declared> around = new ArrayDeque<>();

        private Scanner(Map<String, List<Declared>> into, String inPackage) {
            this.into = into;
            this.inPackage = inPackage;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String simple = tree.getSimpleName().toString();
            if (simple.isEmpty()) return null; // nobody can name what has no name
            var outer = around.peek();
            var above = new HashSet<String>();
            Stream.concat(Stream.of(tree.getExtendsClause()).filter(Objects::nonNull),
                    tree.getImplementsClause().stream())
                    .map(each -> simple(each.toString().replaceAll("<.*", "")))
                    .forEach(above::add);
            var declared = new Declared((outer == null ? inPackage : outer.name() + ".") + simple, new HashSet<>(),
                    above);
            into.computeIfAbsent(simple, _ -> new ArrayList<>()).add(declared);
            around.push(declared);
            for (Tree member : tree.getMembers()) {
                switch (member) {
                    case MethodTree method -> declared.members().add(method.getName().toString());
                    case VariableTree field -> declared.members().add(field.getName().toString());
                    default -> {
                    }
                }
            }
            super.visitClass(tree, nothing);
            around.pop();
            return null;
        }
    }
}
