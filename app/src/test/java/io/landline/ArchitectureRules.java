package io.landline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Which package may use which (docs/architecture.md, "Modules and packages"), as rules that a test
/// keeps. The root package is a parameter, so that each rule can be seen red on classes that break it: with a mistyped
/// name in it, a rule stays green for ever.
final class ArchitectureRules {
    /// The arrows: a package, and the ones that it may use. A name with a capital is a single type of a package: a
    /// word that the node passes on, so that it needs no copy of its own. A new package gets a line here first; what
    /// is not in its line needs a reason.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            // discovery: talks to every stranger
            Map.entry("peer", Set.of()), Map.entry("json", Set.of()), Map.entry("queue", Set.of()),
            Map.entry("system", Set.of()), Map.entry("identity", Set.of("peer", "json")),
            Map.entry("beacon", Set.of("peer", "system")),
            Map.entry("presence", Set.of("beacon", "identity", "json", "peer", "queue")),
            // transfer: all that travels by TCP
            Map.entry("room", Set.of("peer", "json")), Map.entry("frame", Set.of()), Map.entry("cost", Set.of("peer")),
            Map.entry("handshake", Set.of("frame", "identity", "json", "peer", "queue", "room")),
            Map.entry("session",
                    Set.of("cost", "frame", "handshake", "identity", "json", "peer", "queue", "room", "system")),
            Map.entry("chat", Set.of("cost", "frame", "identity", "json", "peer", "queue", "room", "session")),
            Map.entry("swarm", Set.of("cost", "frame", "peer", "room")),
            Map.entry("filetransfer",
                    Set.of("cost", "frame", "identity", "json", "peer", "queue", "room", "session", "swarm", "system")),
            Map.entry("shelf", Set.of("cost", "filetransfer", "frame", "json", "peer", "room", "session")),
            // app: `node` puts it together, `cli` and `console` show it
            Map.entry("storage",
                    Set.of("chat", "cost", "filetransfer", "frame", "handshake", "identity", "json", "peer", "queue",
                            "room", "settings", "shelf")),
            Map.entry("settings", Set.of("filetransfer", "json", "peer", "presence.Presence$Settings", "system")),
            Map.entry("control", Set.of("peer", "queue", "settings")),
            Map.entry("log", Set.of("peer", "queue", "settings")),
            Map.entry("people", Set.of("handshake", "identity", "peer", "presence", "room", "session")),
            Map.entry("node",
                    Set.of("beacon", "chat", "cost", "filetransfer", "frame", "handshake", "identity", "json", "log",
                            "peer", "people", "presence", "queue.PartClosedException", "room", "session", "settings",
                            "shelf", "storage")),
            Map.entry("doctor",
                    Set.of("beacon", "handshake.RefusalReason", "identity", "json", "language", "node", "peer",
                            "people",
                            "presence", "session.CallBackResult", "session.ConnectFailure", "system")),
            Map.entry("console",
                    Set.of("chat", "control", "doctor", "filetransfer", "handshake", "json", "language", "log", "node",
                            "peer", "people", "presence", "room", "session.EndReason", "settings", "shelf")),
            Map.entry("process", Set.of("beacon.SocketBeacon", "json")),
            Map.entry("picture", Set.of("peer", "process", "settings")),
            Map.entry("demo", Set.of("json", "peer", "process", "room", "settings")),
            Map.entry("bench",
                    Set.of("control", "handshake", "identity", "json", "node", "peer", "process", "room", "settings",
                            "storage.InventedHistory")),
            Map.entry("capture", Set.of("filetransfer.manifest.PartialName")),
            Map.entry("desktop", Set.of("queue", "system")), Map.entry("language", Set.of()),
            // the window: pages over the node's ports, and `start`, which opens both
            Map.entry("ui",
                    Set.of("capture", "chat", "console", "desktop", "doctor", "filetransfer", "handshake.RefusalReason",
                            "lab", "labprograms", "language", "node", "peer", "people", "picture",
                            "presence.ObservedDatagram",
                            "presence.ObservedDatagram$Content", "presence.ObservedDatagram$Hop",
                            "presence.packet.PacketKind", "room", "session.EndReason", "settings", "shelf", "system")),
            Map.entry("lab", Set.of()), // the classic socket programs know nothing of Landline
            Map.entry("labprograms", Set.of("lab", "language")), // described for the command line and the window alike
            Map.entry("cli",
                    Set.of("bench", "capture", "chat", "console", "control", "demo", "filetransfer", "handshake",
                            "identity", "json", "lab", "labprograms", "language", "log", "node", "peer", "people",
                            "presence", "queue", "room", "settings", "shelf.ShelfRefusal", "system", "ui")),
            Map.entry("app", Set.of("cli", "log")));

    /// What `node` opens and closes: nobody else makes one.
    static final Set<String> DOORS = Set.of("presence.Presence", "session.core.Sessions", "chat.sync.Conversations",
            "filetransfer.core.Transfers", "storage.database.Database");

    /// Pages of the window that are whole. Of the others, conversations show cards, sheets, questions and pictures.
    private static final Set<String> PAGES = Set.of("chats", "doctor", "jump", "lab", "network", "settings", "welcome");

    /// How they are opened.
    private static final Set<String> OPENING = Set.of("<init>", "open");

    /// Who asks it, and why it is not told the time.
    static final Map<String, String> ASKS_THE_WALL_CLOCK = Map.of(
            "presence.Presence", "compares it with the monotonic clock, to see that the computer slept",
            "node.profile.ProfileOpening", "makes the one clock of all that stands on a profile",
            "doctor.probe.NodeDoctor", "compares it with the clocks of other computers, while a person waits");

    private final String root;

    ArchitectureRules(String root) { this.root = root; }

    ArchRule noRoomKeyNearStrangers() {
        return noClasses().that()
                .resideInAnyPackage(in("peer", "identity", "json", "queue", "system", "beacon", "presence"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("room", "handshake"))
                .because("discovery talks to every stranger: what it cannot know, it cannot tell");
    }

    ArchRule whatTravelsKnowsNeitherSqlNorWindows() {
        return noClasses().that()
                .resideInAnyPackage(in("room", "frame", "cost", "handshake", "session", "chat", "swarm",
                        "filetransfer", "shelf"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..", "javafx..")
                .because("storage and display come in through small ports, so that a session is tested without either");
    }

    ArchRule onlyStorageSpeaksSql() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("storage"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .because(
                        "a native query on a virtual thread freezes all of them: the database has threads of its own,"
                                + " behind one door");
    }

    ArchRule theArrowsHold() {
        return classes().that()
                .resideInAPackage(root + "..")
                .should(useOnlyWhatTheirPackageMay())
                .because("the arrows of docs/architecture.md, \"Modules and packages\", keep each part testable alone");
    }

    ArchRule noPackagesUseEachOther() {
        return slices().matching(root + ".(**)") // a sub-package is a package of its own
                .should()
                .beFreeOfCycles()
                .because("two packages that use each other are one package that is hard to read");
    }

    ArchRule onlyTheNodeWires() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("node"))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("a door opened from another package", this::opensADoor))
                .because("what opens the parts in their order also closes them in theirs, and that is one place");
    }

    ArchRule logsGoThroughTheSystemLogger() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("log"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("only the log knows where records go");
    }

    /// The window and the command line are left out: they are where people look at the time.
    ArchRule whatDecidesAsksNoWallClock() {
        return noClasses().that()
                .resideInAnyPackage(in("beacon", "presence", "frame", "handshake", "session", "chat", "swarm",
                        "filetransfer", "shelf", "control", "people", "node", "storage", "settings", "log", "doctor"))
                .and(DescribedPredicate.describe("are told the time",
                        each -> !ASKS_THE_WALL_CLOCK.containsKey(each.getName().substring(root.length() + 1))))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .because(
                        "people and networks set it, by years too (H85): what ends by time ends by uptime, and a date"
                                + " is given to us");
    }

    ArchRule lettersAreFoldedInTheRootLocale() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .because(
                        "in a Turkish locale the lower case of I has no dot, and a name or an option is not found"
                                + " (H96)");
    }

    ArchRule viewModelsHoldNoSceneNodes() {
        return noClasses().that()
                .resideInAPackage(root + ".ui..")
                .and()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                .because("what a page does is tested without a toolkit, and looks only as its view has it");
    }

    ArchRule thereIsOneDoorOntoTheJavaFxThread() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("ui.fx"))
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .because("one queue with a brake is what keeps a flood of events from freezing the window");
    }

    ArchRule fieldsPutTheirPromptsByOneDoor() {
        DescribedPredicate<JavaMethodCall> puts = DescribedPredicate.describe("puts the prompt of a field",
                call -> call.getTarget().getName().equals("setPromptText")
                        && call.getTargetOwner().isAssignableTo(TextField.class));
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName("FieldPrompt")
                .should()
                .callMethodWhere(puts)
                .because("the toolkit cuts a prompt that has no room through a letter");
    }

    ArchRule tooltipsWrap() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName("TextTooltip")
                .should()
                .callConstructor(Tooltip.class)
                .orShould()
                .callConstructor(Tooltip.class, String.class)
                .because("the toolkit's own has one line, however much it says, and no emoji");
    }

    ArchRule whatIsShownAsksNoDisk() {
        DescribedPredicate<JavaMethodCall> asks = DescribedPredicate.describe("asks the disk",
                call -> call.getTargetOwner().isEquivalentTo(Files.class));
        return noClasses().that()
                .resideInAPackage(root + ".ui..")
                .and()
                .areAssignableTo(Node.class)
                .should()
                .callMethodWhere(asks)
                .because("a disk that is asleep, or behind a network, would stop the whole window until it answers");
    }

    ArchRule onlyTheWindowKnowsJavaFx() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("the command line runs where there is no toolkit (H97)");
    }

    /// AWT's tray needs a picture too: our own.
    ArchRule onlyTheChildDecodesPictures() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveFullyQualifiedName(root + ".picture.PictureDecoder")
                .and()
                .doNotHaveFullyQualifiedName(root + ".picture.PictureInput")
                .and()
                .doNotHaveFullyQualifiedName(root + ".desktop.AwtNotifications")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.imageio..", "java.awt..")
                .because("pictures come from others: what reads them may crash, hang or take all memory, so it runs in"
                        + " a process of its own (H48); and AWT beside the window is a second toolkit");
    }

    ArchRule pagesDoNotUseEachOtherInCircles() {
        return slices().matching(root + ".ui.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a page is understood, shown and tested alone");
    }

    ArchRule onlyTheFrameUsesAPage() {
        return classes().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("ui.start"))
                .should(leavePagesToTheFrame())
                .because("what two pages need stands below them, where it is looked for");
    }

    private ArchCondition<JavaClass> leavePagesToTheFrame() {
        return new ArchCondition<>("use no page but their own") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    String to = pageOf(dependency.getTargetClass().getBaseComponentType());
                    if (!PAGES.contains(to) || to.equals(pageOf(origin))) continue;
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            }
        };
    }

    /// The first name below `ui`; empty outside of it.
    private String pageOf(JavaClass of) {
        String pages = root + ".ui.";
        String name = of.getPackageName();
        return name.startsWith(pages) ? name.substring(pages.length()).split("\\.")[0] : "";
    }

    private String[] in(String... packages) {
        var names = new String[packages.length];
        for (int i = 0; i < packages.length; i++) names[i] = root + "." + packages[i] + "..";
        return names;
    }

    private boolean opensADoor(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (Objects.equals(partOf(owner.getPackageName()), partOf(access.getOriginOwner().getPackageName()))) {
            return false;
        }
        boolean isDoor = DOORS.stream().anyMatch(door -> owner.getName().equals(root + "." + door));
        String called = access.getTarget().getName();
        return isDoor && OPENING.contains(called);
    }

    private ArchCondition<JavaClass> useOnlyWhatTheirPackageMay() {
        return new ArchCondition<>("use only what their package may") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String from = partOf(origin.getPackageName());
                if (from == null) return;
                Set<String> allowed = MAY_USE.get(from);
                if (allowed == null) {
                    events.add(SimpleConditionEvent.violated(origin,
                            "package " + from + " of " + origin.getName() + " has no line in MAY_USE"));
                    return;
                }
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    String to = partOf(target.getPackageName());
                    if (to == null || to.equals(from) || allowed.contains(to)) continue;
                    if (allowed.contains(target.getName().substring(root.length() + 1))) continue;
                    events.add(SimpleConditionEvent.violated(dependency,
                            from + " may not use " + to + ": " + dependency.getDescription()));
                }
            }
        };
    }

    /// The first name below the root; null outside of it.
    private @Nullable String partOf(String packageName) {
        if (!packageName.startsWith(root + ".")) return null;
        String below = packageName.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
