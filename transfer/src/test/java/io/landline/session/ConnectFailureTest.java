package io.landline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.frame.MalformedFrameException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectFailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(Arguments.of(new UnknownHostException("nobody"), ConnectFailure.UNKNOWN_NAME),
                Arguments.of(new ConnectException("refused"), ConnectFailure.REFUSED),
                Arguments.of(new NoRouteToHostException(), ConnectFailure.UNREACHABLE),
                Arguments.of(new NoWayException("Network is unreachable"), ConnectFailure.NO_WAY),
                Arguments.of(new SocketException("Connection reset"), ConnectFailure.HUNG_UP),
                Arguments.of(new OtherPeerException("ourselves"), ConnectFailure.OWN_KEY),
                Arguments.of(new MalformedFrameException("no hello"), ConnectFailure.NOT_LANDLINE),
                Arguments.of(new SocketTimeoutException(), ConnectFailure.SILENT),
                Arguments.of(new EOFException(), ConnectFailure.HUNG_UP));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theCauseDecidesWhereThereIsOne(Exception met, ConnectFailure failure) {
        assertEquals(failure, ConnectFailure.of(new IOException("every endpoint failed", met)));
        if (met instanceof IOException alone) assertEquals(failure, ConnectFailure.of(alone));
    }

    @Test
    void aPortIsOneThatThereIs() {
        assertThrows(IllegalArgumentException.class, () -> new ListenSettings(-1, true, Set.of()));
        assertThrows(IllegalArgumentException.class, () -> new ListenSettings(65_536, true, Set.of()));
        assertEquals(65_535, new ListenSettings(65_535, true, Set.of()).tcpPort());
    }
}
