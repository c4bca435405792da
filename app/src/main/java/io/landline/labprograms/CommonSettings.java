package io.landline.labprograms;

import io.landline.lab.Experiment;
import io.landline.lab.net.Limits;
import io.landline.labprograms.Setting.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The settings that many programs have.
public final class CommonSettings {
    static final int PORT_MAX = 65_535;
    static final int PERCENT_MAX = 100;
    /// The page begins where nobody else can connect; the command line's usual host is all interfaces.
    private static final String LOOPBACK = "127.0.0.1";
    private static final String HOST = "[^\\s\\p{Cntrl}]{0,255}";
    private static final String HOST_NEEDED = "[^\\s\\p{Cntrl}]{1,255}";
    private static final int RATE_MAX = 9_999_999;
    /// Linux hands no longer argument to a program.
    static final int TEXT_CHARS_MAX = 131_072;

    /// Each command takes these, also where its programs do nothing with them.
    public static final List<Setting> OF_EVERY_COMMAND = List.of(host(), to(""), port(0, 0), family(), once(), limit());

    private CommonSettings() {}

    static List<Setting> ofServer(Experiment lab, Setting... own) {
        var all = new ArrayList<Setting>();
        all.add(host());
        all.add(port(0, lab.port()));
        all.addAll(List.of(own));
        all.add(family());
        all.add(once());
        all.add(limit());
        return all;
    }

    static List<Setting> ofClient(Experiment lab, Setting... own) {
        return ofClient(lab.port(), own);
    }

    static List<Setting> ofClient(int usualPort, Setting... own) {
        var all = new ArrayList<Setting>();
        all.add(server());
        all.add(port(1, usualPort));
        all.addAll(List.of(own));
        all.add(family());
        return all;
    }

    /// The same settings, with one of them changed.
    static List<Setting> changed(List<Setting> settings, String name, UnaryOperator<Setting> change) {
        return settings.stream().map(each -> each.name().equals(name) ? change.apply(each) : each).toList();
    }

    private static Setting host() {
        return Setting.line("host", HOST, "")
                .beginningWith(LOOPBACK)
                .help("H", "server: the address or name to bind (default: all interfaces)");
    }

    /// The server that a client goes to.
    private static Setting server() {
        return Setting.line("to", HOST_NEEDED, "")
                .beginningWith(LOOPBACK)
                .choosing()
                .help("HOST", "client: the server's address or name")
                .wrong(value -> value.isBlank()
                        ? "Say where the server is: --to HOST."
                        : "--to takes a name or an address, without blanks.");
    }

    /// The server that it asks; empty if none need be named.
    static Setting to(String initial) {
        return Setting.line("to", HOST, "")
                .beginningWith(initial)
                .help("HOST", "client: the server's address or name")
                .wrong("--to takes a name or an address, without blanks.");
    }

    static Setting port(int least, int usual) {
        return Setting.whole("port", least, PORT_MAX, usual)
                .with(Trait.PORT)
                .help("P", "the server's port; 0 at a server: any free one");
    }

    static Setting fromPort(String text) {
        return Setting.whole("from-port", 0, PORT_MAX, 0)
                .with(Trait.PORT)
                .help("P", text + "; 0 (default): the system chooses");
    }

    static Setting family() {
        return Setting.choice("family", "any", "4", "6")
                .isRare()
                .help("any|4|6", "which IP version (default: {usual})");
    }

    static Setting once() {
        return Setting.flag("once", "server: end after one client or one exchange");
    }

    static Setting limit() {
        return Setting.whole("limit", 1, RATE_MAX, Limits.MESSAGES_PER_SECOND, "/s")
                .isRare()
                .help("N/s", "server: messages a second from one address (default: {usual})")
                .wrong("--limit takes messages a second, such as 500/s.");
    }

    static Setting loss(String text, int usual) {
        return Setting.whole("loss", 0, PERCENT_MAX, usual).help("PERCENT", text + " (default: {usual})");
    }

    /// Any text, which travels as it is.
    static Setting text(String name) {
        return Setting.line(name, "(?s).{0," + TEXT_CHARS_MAX + "}", "");
    }

    /// A file that the command line can write as well; the page exports the same.
    static Setting exported(String name) {
        return Setting.newPath(name, false, Setting.PATH_CHARS_MAX).with(Trait.COMMAND_LINE_ONLY);
    }
}
