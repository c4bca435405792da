package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Checkout;
import io.landline.fixture.Pages;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the tables of docs/architecture.md true: each package of the main sources has its place there, and each
/// thread.
class ArchitecturePageTest {
    private static final int PACKAGES_MIN = 120;
    private static final int THREADS_MIN = 60;
    /// Classes: from here on a list of files says too little.
    private static final int LARGE = 20;
    private static final int LARGE_MIN = 20;
    private static final Pattern PACKAGE_INFO = Pattern.compile(".*src/main/java/io/landline/(.+)/package-info\\.java");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /// Programs that measure or show: they end with a command.
    private static final String NOT_GOVERNED = "app/src/main/java/io/landline/(?:bench|demo|capture|process)/.*";

    /// Classes that callers give the names of their threads. `ThreadNames` finds these callers.
    private static final Set<String> GIVEN = Set.of("BulkThread", "CatchUp", "ChunkServer", "Database", "DesktopOrders",
            "LineQueue", "Outbox", "PacedEvents", "PersonQueue", "SerialQueue", "StepWorker", "StoreReads",
            "SwarmStart", "TcpServer");

    /// What stands in backticks in the first column of all tables between two headings.
    private static Set<String> named(String page, String from, String to) {
        var names = new TreeSet<String>();
        page.substring(page.indexOf("\n" + from + "\n"), page.indexOf("\n" + to))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|")[1])
                .forEach(cell -> CODE.matcher(cell).results().forEach(each -> names.add(each.group(1))));
        return names;
    }

    @Test
    void everyPackageIsNamedAndIsThere() throws IOException {
        var packages = new TreeSet<String>();
        for (String name : Checkout.read().names()) {
            var info = PACKAGE_INFO.matcher(name);
            if (info.matches()) packages.add(info.group(1).replace('/', '.'));
        }
        assertTrue(packages.size() > PACKAGES_MIN, "the checkout was not read");
        Set<String> named = named(Pages.read("architecture.md"), "## Modules and packages", "## Threads and locks");
        assertEquals(String.join("\n", packages), String.join("\n", named));
    }

    /// A newcomer opens one file, not thirty.
    @Test
    void aLargePackageSaysWhichOfItsClassesDoesWhat() throws IOException {
        Checkout checkout = Checkout.read();
        var silent = new TreeSet<String>();
        int large = 0;
        for (var each : checkout.texts(name -> PACKAGE_INFO.matcher(name).matches()).entrySet()) {
            String folder = each.getKey().substring(0, each.getKey().length() - "package-info.java".length());
            Set<String> classes = classesIn(folder, checkout.names());
            if (classes.size() < LARGE) continue;
            large++;
            long named = classes.stream().filter(one -> each.getValue().contains("[" + one + "]")).count();
            if (2 * named < classes.size()) silent.add(folder + ": " + named + " of " + classes.size());
        }
        assertTrue(large > LARGE_MIN, "the checkout was not read");
        assertEquals(Set.of(), silent);
    }

    private static Set<String> classesIn(String folder, Collection<String> files) {
        return files.stream()
                .filter(file -> file.startsWith(folder) && file.endsWith(".java"))
                .map(file -> file.substring(folder.length(), file.length() - ".java".length()))
                .filter(name -> !name.contains("/") && !name.equals("package-info"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyThreadIsNamedAndIsThere() throws IOException {
        Set<String> threads = ThreadNames.of(Checkout.read()
                .texts(name -> name.matches("[a-z]+/src/main/java/.+\\.java") && !name.matches(NOT_GOVERNED)), GIVEN);
        assertTrue(threads.size() > THREADS_MIN, "the checkout was not read");
        Set<String> named = named(Pages.read("architecture.md"), "## Threads and locks", "**Locks.**");
        assertEquals(List.of(), apart(threads, named), "threads without a row");
        assertEquals(List.of(), apart(named, threads).stream().filter(each -> !isWide(each, threads)).toList(),
                "rows without a thread");
    }

    /// Those that no name of the others stands for.
    private static List<String> apart(Set<String> names, Set<String> others) {
        return names.stream().filter(name -> others.stream().noneMatch(other -> standsFor(other, name))).toList();
    }

    /// Whether a name stands for a thread: it is the same, or ends before what changes.
    private static boolean standsFor(String name, String thread) {
        boolean isOpen = name.endsWith(ThreadNames.CHANGES);
        return name.equals(thread) || isOpen && thread.startsWith(name.substring(0, name.length() - 1));
    }

    private static boolean isWide(String name, Set<String> threads) {
        return threads.stream().anyMatch(thread -> standsFor(name, thread));
    }

    @Test
    void theNameOfAThreadIsRead() {
        String source = """
                class Some {
                    private static final String OWN = "constant";
                    void run() {
                        Thread.ofVirtual().name("plain").start(this::go);
                        Thread.ofPlatform()
                                .daemon()
                                .name("begins-" + peer.brief() + "-ends").start(this::go);
                        new SerialQueue(new SerialQueue.Settings(OWN, 3, 4));
                        BulkThread.start("bulk-" + session.peer().brief() + id, this::go);
                        %s
                    }
                }
                """;
        Set<String> plain = Set.of("plain", "begins-…-ends", "constant", "bulk-…");
        assertEquals(plain, ThreadNames.of(Map.of("a/Some.java", source.formatted("")), Set.of()));
        String hidden = source.formatted("Thread.ofVirtual().name(name).start(this::go);");
        assertEquals(plain, ThreadNames.of(Map.of("a/Some.java", hidden), Set.of("Some")));
        assertTrue(ThreadNames.of(Map.of("a/Some.java", hidden), Set.of()).contains("Some?"));
    }
}
