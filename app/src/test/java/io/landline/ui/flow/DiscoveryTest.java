package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.node.port.Contacts.Contact;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada watches discovery happen while Bob, another node, is there: the pages Network and Doctor over real nodes. Nodes
/// and window are the same for all of these; each test leaves the page as it found it.
class DiscoveryTest {
    @TempDir
    static Path folder;
    private static Flow flow;
    private static LocalNode ada;
    private static LocalNode bob;

    @BeforeAll
    static void meet() throws Exception {
        flow = new Flow(folder);
        ada = flow.windowOf("Ada", LocalNode.KEY);
        flow.click("#nav-network");
        bob = flow.friend("Bob", LocalNode.KEY);
        flow.met(ada, bob);
    }

    @AfterAll
    static void part() {
        flow.close();
    }

    @BeforeEach
    void goToTheDatagrams() {
        flow.click("#nav-network");
        flow.click("#network-tab-datagrams");
    }

    @Test
    void whatTheOtherSendsAppearsWithItsName() {
        flow.until(() -> flow.onFx(() -> texts(".network-who")).contains("\u200EBob\u200E"), "a datagram of Bob's");
        flow.until(() -> flow.onFx(() -> texts(".network-kind")).contains("announce"), "an announce");
    }

    @Test
    void whilePausedNothingMoreAppears() throws Exception {
        flow.until(() -> rows() > 0, "datagrams");
        flow.click("#network-pause");
        int before = rows();
        LocalNode cem = flow.friend("Cem", LocalNode.KEY); // not Bob: other tests read the name in his datagrams
        flow.met(ada, cem);
        cem.node().preferences().rename("Cemal");
        flow.until(() -> "Cemal".equals(nameOf(cem)), "Cem's new name at Ada's");
        assertEquals(before, rows());
        flow.click("#network-pause");
        cem.node().preferences().rename("Cem");
        flow.until(() -> rows() > before, "datagrams after the pause");
        cem.close();
    }

    @Test
    void theFilterNarrowsToWhatFits() {
        flow.click("#network-filter");
        flow.write("announce bob");
        flow.until(() -> flow.onFx(() -> texts(".network-kind")).equals(Set.of("announce")), "announces alone");
        assertEquals(Set.of("\u200EBob\u200E"), flow.onFx(() -> texts(".network-who")));
        flow.type(KeyCode.ESCAPE);
        flow.until(() -> flow.onFx(() -> texts(".network-kind")).size() > 1, "all kinds again");
    }

    @Test
    void aDatagramThatIsChosenShowsItsFieldsAndBytes() {
        flow.click("#network-filter");
        flow.write("announce bob");
        flow.until(() -> flow.onFx(() -> texts(".network-kind")).equals(Set.of("announce")), "announces alone");
        flow.click(".network-who");
        flow.shows("\"name\": \"Bob\"");
        flow.shows("4c 4e 44 4c 01 01");
        flow.click("#datagram-details-close");
        flow.click("#network-filter");
        flow.type(KeyCode.ESCAPE);
    }

    @Test
    void whoLeavesIsSaidToHaveLeft() throws Exception {
        LocalNode chloe = flow.friend("Chloe", LocalNode.KEY);
        flow.met(ada, chloe);
        flow.click("#network-tab-comings");
        flow.shows("\u200EChloe\u200E and you have proven the key");
        chloe.close();
        flow.shows("\u200EChloe\u200E said goodbye.");
    }

    @Test
    void theInterfaceSaysWhatPassed() {
        flow.click("#network-tab-interfaces");
        flow.shows("127.0.0.1/8");
        flow.shows("Subnet broadcast");
    }

    @Test
    void theDoctorShowsWhatItFound() {
        flow.click("#nav-doctor");
        flow.click("#doctor-look");
        flow.shows("Checked this computer");
        assertFalse(flow.onFx(() -> texts(".doctor-head .label")).isEmpty());
    }

    private static String nameOf(LocalNode friend) {
        Contact contact = ada.node().contacts().contact(friend.node().fingerprint());
        return contact == null ? "" : contact.name();
    }

    private static int rows() {
        return flow.onFx(() -> flow.shownNow("#datagrams") instanceof ListView<?> list ? list.getItems().size() : 0);
    }

    private static Set<String> texts(String selector) {
        return flow.allShown(selector)
                .stream()
                .filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText())
                .collect(Collectors.toSet());
    }
}
