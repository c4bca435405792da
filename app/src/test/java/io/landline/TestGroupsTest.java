package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.landline.bench.Bench;
import io.landline.bench.ChatBench;
import io.landline.bench.ClassBench;
import io.landline.bench.FilesBench;
import io.landline.cli.CommandProcess;
import io.landline.fixture.ChildJvm;
import io.landline.fixture.OtherUser;
import io.landline.process.NodeProcess;
import io.landline.process.SelfCommand;
import io.landline.testing.NamespaceLan;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The build runs the tests that start programs apart from the others (CONTRIBUTING.md, "Testing"). It knows them by
/// [StartsPrograms].
class TestGroupsTest {
    private static final JavaClasses TESTS = new ClassFileImporter().importPath(Path.of("target", "test-classes"));
    private static final Set<String> STARTERS = Stream
            .of(ProcessBuilder.class, SelfCommand.class, NodeProcess.class, NamespaceLan.class, ChildJvm.class,
                    CommandProcess.class, OtherUser.class, Bench.class, ChatBench.class, ClassBench.class,
                    FilesBench.class)
            .map(Class::getName)
            .collect(Collectors.toSet());
    /// The table of networks makes them behind cases of its own.
    private static final String NETWORKS = "io.landline.network";

    private static Set<String> tests(Predicate<JavaClass> marked, Predicate<JavaClass> uses) {
        var found = new TreeSet<String>();
        for (JavaClass each : TESTS) {
            JavaClass test = outermost(each);
            boolean isTest = test.getSimpleName().endsWith("Test") && !test.isEquivalentTo(TestGroupsTest.class);
            if (isTest && marked.test(test) && each.getDirectDependenciesFromSelf()
                    .stream()
                    .anyMatch(dependency -> uses.test(dependency.getTargetClass()))) {
                found.add(test.getName());
            }
        }
        return found;
    }

    private static JavaClass outermost(JavaClass nested) {
        return nested.getEnclosingClass().map(TestGroupsTest::outermost).orElse(nested);
    }

    private static boolean isMarked(JavaClass test) {
        return test.isAnnotatedWith(StartsPrograms.class);
    }

    private static boolean starts(JavaClass used) {
        return STARTERS.contains(used.getName()) || used.getPackageName().equals(NETWORKS);
    }

    @Test
    void whatStartsProgramsIsMarked() {
        assertEquals(Set.of(), tests(test -> !isMarked(test), TestGroupsTest::starts));
        assertTrue(tests(TestGroupsTest::isMarked, TestGroupsTest::starts).size() > 10, "they are found");
    }

    /// Classes that are marked run beside each other; the toolkit is one for all.
    @Test
    void nothingThatIsMarkedUsesTheToolkit() {
        assertEquals(Set.of(), tests(TestGroupsTest::isMarked, used -> used.getPackageName().startsWith("javafx.")
                || used.getName().startsWith("org.testfx.api.")));
    }
}
