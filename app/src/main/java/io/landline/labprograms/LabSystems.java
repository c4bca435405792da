package io.landline.labprograms;

import io.landline.lab.Experiment;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// All systems, in the order of the course.
public final class LabSystems {
    public static final List<LabSystem> ALL = List.of(
            LabSystem.of("udp-echo", ChartKind.NONE, EchoPrograms.UDP_ECHO, EchoPrograms.UDP_ECHO_CLIENT),
            new LabSystem("tcp-echo", ChartKind.CLIENTS, List.of(EchoPrograms.TCP_ECHO, EchoPrograms.TCP_ECHO_CLIENT),
                    List.of(EchoPrograms.TCP_ECHO, EchoPrograms.TCP_ECHO_CLIENT, EchoPrograms.LOAD)),
            LabSystem.of("threads", ChartKind.THREADS, NetworkPrograms.THREADS).withoutNetwork(),
            LabSystem.of("unix-echo", ChartKind.CLIENTS, EchoPrograms.UNIX_ECHO, EchoPrograms.UNIX_ECHO_CLIENT)
                    .withoutNetwork(),
            LabSystem.of("udp-args", ChartKind.NONE, EchoPrograms.UDP_ECHO, EchoPrograms.UDP_ARGS),
            LabSystem.of("tcp-chat", ChartKind.CLIENTS, EchoPrograms.TCP_CHAT, EchoPrograms.TCP_CHAT_CLIENT),
            LabSystem.of("ping", ChartKind.ROUND_TRIPS, NetworkPrograms.PING, NetworkPrograms.PING_CLIENT),
            LabSystem.of("ramp", ChartKind.RAMP, NetworkPrograms.PING, NetworkPrograms.RAMP),
            LabSystem.of("secret-file", ChartKind.TRANSFER, SharedPrograms.SECRET_FILE,
                    SharedPrograms.SECRET_FILE_CLIENT),
            new LabSystem("relay", ChartKind.NONE,
                    List.of(SharedPrograms.RELAY, SharedPrograms.RELAY_PEER, SharedPrograms.RELAY_PEER),
                    List.of(SharedPrograms.RELAY, SharedPrograms.RELAY_PEER)),
            new LabSystem("primes", ChartKind.NONE,
                    List.of(SharedPrograms.RELAY, SharedPrograms.FIRST_WORKER, SharedPrograms.SECOND_WORKER,
                            SharedPrograms.ASKER),
                    List.of(SharedPrograms.RELAY, SharedPrograms.FIRST_WORKER, SharedPrograms.ASKER)),
            LabSystem.of("ip-choice", ChartKind.NONE, EchoPrograms.IP_CHOICE, EchoPrograms.IP_CHOICE_CLIENT),
            new LabSystem("broadcast", ChartKind.NONE,
                    List.of(NetworkPrograms.BROADCAST, NetworkPrograms.BROADCAST_CLIENT),
                    List.of(NetworkPrograms.BROADCAST, NetworkPrograms.BROADCAST_CLIENT,
                            NetworkPrograms.BROADCAST_LISTENER, NetworkPrograms.ANNOUNCER)),
            LabSystem.of("quiz", ChartKind.NONE, SharedPrograms.QUIZ, SharedPrograms.QUIZ_CLIENT),
            LabSystem.of("hangman", ChartKind.NONE, SharedPrograms.HANGMAN, SharedPrograms.HANGMAN_CLIENT),
            new LabSystem("tictactoe", ChartKind.NONE,
                    List.of(SharedPrograms.TICTACTOE, SharedPrograms.TICTACTOE_FIRST, SharedPrograms.TICTACTOE_SECOND),
                    List.of(SharedPrograms.TICTACTOE, SharedPrograms.TICTACTOE_FIRST)),
            LabSystem.of("time", ChartKind.NONE, EchoPrograms.TIME, EchoPrograms.TIME_CLIENT),
            LabSystem.of("http", ChartKind.NONE, EchoPrograms.HTTP, EchoPrograms.HTTP_CLIENT),
            LabSystem.of("udp-hello", ChartKind.NONE, EchoPrograms.UDP_HELLO, EchoPrograms.UDP_HELLO_CLIENT),
            LabSystem.of("tcp-hello", ChartKind.NONE, EchoPrograms.TCP_HELLO, EchoPrograms.TCP_HELLO_CLIENT),
            LabSystem.of("compare", ChartKind.UDP_AND_TCP, NetworkPrograms.COMPARE),
            LabSystem.of("slow-reader", ChartKind.RATE, NetworkPrograms.SLOW_READER),
            LabSystem.of("lookup", ChartKind.NONE, NetworkPrograms.LOOKUP, NetworkPrograms.SERVICES),
            LabSystem.of("reach", ChartKind.REACH, NetworkPrograms.REACH),
            LabSystem.of("failures", ChartKind.NONE, NetworkPrograms.FAILURES),
            LabSystem.of("sockets", ChartKind.NONE, NetworkPrograms.SOCKETS));

    /// A command's programs, in the order in which it tries whether one of them is meant: clients before servers, then
    /// the one that takes most options to choose, then the one that is listed last.
    private static final Comparator<Program> TRIED_FIRST = Comparator.<Program, Boolean>comparing(
            Program.Server.class::isInstance).thenComparing(each -> -each.chosenBy().size());

    private LabSystems() {}

    /// All programs of one command; none where the command is no program.
    public static List<Program> programs(Experiment lab) {
        return ALL.stream()
                .flatMap(each -> each.programs().stream())
                .distinct()
                .filter(each -> each.lab() == lab)
                .toList()
                .reversed()
                .stream()
                .sorted(TRIED_FIRST)
                .toList();
    }

    /// The program that a command line means, by the names of the settings that it gives. Where it means none, the
    /// answer is the one that wants least, which then says what is missing.
    ///
    /// @param programs of one command
    public static Program meant(List<Program> programs, Set<String> given) {
        return programs.stream()
                .filter(each -> given.containsAll(each.chosenBy()))
                .findFirst()
                .orElseGet(programs::getLast);
    }
}
