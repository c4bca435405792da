package io.landline.beacon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.peer.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which addresses of a peer lie where we only listen.
class ListenOnlyNetworksTest {
    private static final ListenOnlyNetworks HOME = new ListenOnlyNetworks(Set.of("eth0 10.77.0.0/24"));

    private int asked;

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private List<UsableInterface> interfaces() throws IOException {
        asked++;
        return List.of(network("eth0", 1, "10.77.0.1"), network("eth1", 2, "10.88.0.1"));
    }

    private static UsableInterface network(String name, int index, String own) throws UnknownHostException {
        return new UsableInterface(name, index, false, true, List.of(new OwnAddress(address(own), 24, null)));
    }

    @Test
    void theSystemIsAskedOnceHoweverManyAddressesAPeerShows() throws IOException {
        var shown = new ArrayList<Endpoint>();
        for (int n = 2; n < 10; n++) shown.add(new Endpoint(address("10.77.0." + n), n));
        var other = new Endpoint(address("10.88.0.9"), 9);
        shown.add(other);
        assertEquals(List.of(other), HOME.outside(shown, this::interfaces));
        assertEquals(1, asked);
    }

    @Test
    void nothingIsOutsideWhereTheSystemDoesNotTell() throws IOException {
        List<Endpoint> shown = List.of(new Endpoint(address("10.88.0.9"), 9));
        assertEquals(List.of(), HOME.outside(shown, () -> {
            throw new IOException("on purpose");
        }));
        assertEquals(shown, ListenOnlyNetworks.NOWHERE.outside(shown, this::interfaces));
        assertEquals(0, asked);
    }
}
