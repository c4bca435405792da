package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the arrows between the packages, each with its reason, and shows that each rule can fail. Some rules belong to
/// a hostile row: H48, H85, H96, H97.
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")) // the other modules' fixtures
            .importPackages("io.landline");
    private static final String BROKEN = "io.landline.violations";

    private record Named(String name, ArchRule rule, List<String> brokenBy) {
        Named(String name, ArchRule rule, String... brokenBy) { this(name, rule, List.of(brokenBy)); }
    }

    private static List<Named> rules(String root) {
        var rules = new ArchitectureRules(root);
        return List.of(
                new Named("no room key near strangers", rules.noRoomKeyNearStrangers(), "presence.AnnouncesARoom"),
                new Named("what travels knows neither SQL nor windows", rules.whatTravelsKnowsNeitherSqlNorWindows(),
                        "chat.AsksTheDatabase"),
                new Named("only storage speaks SQL", rules.onlyStorageSpeaksSql(), "cli.QueriesHistory"),
                new Named("the arrows hold", rules.theArrowsHold(), "beacon.KnowsMeaning"),
                new Named("no packages use each other", rules.noPackagesUseEachOther(), "session.UsesChat",
                        "cli.lab.UsesItsParent"),
                new Named("only the node wires", rules.onlyTheNodeWires(), "cli.OpensSessions"),
                new Named("logs go through the system logger", rules.logsGoThroughTheSystemLogger(),
                        "cli.LogsByItself"),
                new Named("what decides asks no wall clock", rules.whatDecidesAsksNoWallClock(),
                        "session.AsksTheWallClock", "node.MakesItsOwnClock"),
                new Named("letters are folded in the root locale", rules.lettersAreFoldedInTheRootLocale(),
                        "cli.FoldsByLocale"),
                new Named("view models hold no scene nodes", rules.viewModelsHoldNoSceneNodes(),
                        "ui.list.ListViewModel"),
                new Named("there is one door onto the JavaFX thread", rules.thereIsOneDoorOntoTheJavaFxThread(),
                        "ui.list.ListViewModel"),
                new Named("fields put their prompts by one door", rules.fieldsPutTheirPromptsByOneDoor(),
                        "ui.list.PutsPrompt"),
                new Named("tooltips wrap", rules.tooltipsWrap(), "ui.list.ShowsTooltip"),
                new Named("what is shown asks no disk", rules.whatIsShownAsksNoDisk(), "ui.list.AsksTheDisk"),
                new Named("only the window knows JavaFX", rules.onlyTheWindowKnowsJavaFx(), "cli.PaintsByItself"),
                new Named("only the child decodes pictures", rules.onlyTheChildDecodesPictures(),
                        "cli.DecodesPictures"),
                new Named("pages do not use each other in circles", rules.pagesDoNotUseEachOtherInCircles(),
                        "ui.list.OpensWindow"),
                new Named("only the frame uses a page", rules.onlyTheFrameUsesAPage(), "ui.list.UsesAPage"));
    }

    @TestFactory
    Stream<DynamicTest> theProductKeeps() {
        return rules("io.landline").stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> each.rule().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> isBrokenByAClassThatBreaksIt() {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
        return rules(BROKEN).stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            EvaluationResult result = each.rule().evaluate(broken);
            List<String> details = result.getFailureReport().getDetails();
            for (String culprit : each.brokenBy()) {
                assertTrue(details.stream().anyMatch(detail -> detail.contains(culprit)),
                        culprit + " is not among " + details);
            }
            assertTrue(each.rule().getDescription().contains("because"), "a rule says why");
        }));
    }

    @Test
    void everyRuleIsRun() {
        long rules = Arrays.stream(ArchitectureRules.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == ArchRule.class)
                .count();
        assertEquals(rules, rules("io.landline").size());
    }

    @Test
    void theProductsClassesAreThere() {
        for (String one : List.of("io.landline.peer.Fingerprint", "io.landline.room.RoomId",
                "io.landline.storage.database.Database")) {
            assertTrue(PRODUCT.contain(one), one);
        }
        for (String each : ArchitectureRules.ASKS_THE_WALL_CLOCK.keySet()) {
            assertTrue(PRODUCT.contain("io.landline." + each), each);
        }
        for (String door : ArchitectureRules.DOORS) assertTrue(PRODUCT.contain("io.landline." + door), door);
        assertTrue(PRODUCT.stream().noneMatch(each -> each.getName().startsWith(BROKEN)));
    }
}
