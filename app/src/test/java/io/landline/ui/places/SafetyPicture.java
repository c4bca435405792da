package io.landline.ui.places;

import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.peer.Fingerprint;
import io.landline.ui.text.Language;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Parent;

/// Pictures of safety numbers. Argument: the folder.
public final class SafetyPicture {
    private static final Fingerprint PEER = Fingerprint.parse("ab12cd34".repeat(8));

    private SafetyPicture() {}

    public static void main(String[] arguments) throws InterruptedException {
        Pictures.start();
        var pictures = new Pictures(Path.of(arguments[0]));
        pictures.both("safety-new", 560, 720, () -> panel("Max", false, false, false, Language.ENGLISH));
        pictures.both("safety-verified", 560, 720, () -> panel("Max", true, true, false, Language.FRENCH));
        pictures.both("safety-other", 480, 900,
                () -> panel("Max \u202Egpj.exe שלום with a name that is far too long for a title", false, false, true,
                        Language.FRENCH));
        Platform.exit();
    }

    private static Parent panel(String name, boolean verified, boolean blocked, boolean notTheOne, Language language) {
        var node = new FakeNode();
        var traits = EnumSet.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER);
        if (verified) traits.add(Trait.VERIFIED);
        if (blocked) traits.add(Trait.BLOCKED);
        if (notTheOne) traits.add(Trait.NOT_THE_ONE);
        node.people.put(PEER, new Contact(PEER, name, traits, List.of("#class"), List.of("#class"), List.of()));
        var panel = new SafetyPanel(new FakeWindow().context(node, language), PEER, () -> {});
        return panel.view();
    }
}
