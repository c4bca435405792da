package io.landline.labprograms;

import io.landline.lab.Experiment;
import io.landline.lab.net.Limits;
import java.util.ArrayList;
import java.util.List;

/// The settings that many programs have.
final class CommonSettings {
    static final int PORT_MAX = 65_535;
    static final int PERCENT_MAX = 100;
    /// The page begins where nobody else can connect; the command line's usual host is all interfaces.
    private static final String LOOPBACK = "127.0.0.1";
    private static final String HOST = "[^\\s\\p{Cntrl}]{0,255}";
    private static final String HOST_NEEDED = "[^\\s\\p{Cntrl}]{1,255}";
    private static final int RATE_MAX = 9_999_999;

    private CommonSettings() {}

    static List<Setting> ofServer(Experiment lab, Setting... own) {
        var all = new ArrayList<Setting>();
        all.add(Setting.line("host", HOST, "").beginningWith(LOOPBACK));
        all.add(Setting.whole("port", 0, PORT_MAX, lab.port()));
        all.addAll(List.of(own));
        all.add(family());
        all.add(Setting.flag("once"));
        all.add(limit());
        return all;
    }

    static List<Setting> ofClient(Experiment lab, Setting... own) {
        return ofClient(lab.port(), own);
    }

    static List<Setting> ofClient(int usualPort, Setting... own) {
        var all = new ArrayList<Setting>();
        all.add(Setting.line("to", HOST_NEEDED, "").beginningWith(LOOPBACK));
        all.add(Setting.whole("port", 1, PORT_MAX, usualPort));
        all.addAll(List.of(own));
        all.add(family());
        return all;
    }

    static Setting limit() {
        return Setting.whole("limit", 1, RATE_MAX, Limits.MESSAGES_PER_SECOND, "/s").isRare();
    }

    /// Whom it asks; empty where nobody need be named.
    static Setting to(String initial) {
        return Setting.line("to", HOST, "").beginningWith(initial);
    }

    static Setting family() {
        return Setting.choice("family", "any", "4", "6").isRare();
    }

    /// A text of one line.
    static Setting text(String name, int charactersMax, String usual) {
        return Setting.line(name, "\\P{Cntrl}{1," + charactersMax + "}", usual);
    }

    static Setting seed() {
        return Setting.line("seed", "-?\\d{1,18}", "1").isRare();
    }
}
