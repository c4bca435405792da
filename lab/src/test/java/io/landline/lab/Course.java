package io.landline.lab;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A course's server in a thread of its own: what it does is written in the test. `finished` gives back what it noted.
public final class Course<T> implements Closeable {

    private final Closeable socket;
    private final int port;
    private final FutureTask<T> task;

    /// What a scripted server does with its one client.
    public interface Talk<T> {
        T with(PlainTcp client) throws Exception;
    }

    public interface Datagrams<T> {
        T with(PlainUdp socket) throws Exception;
    }

    private Course(Closeable socket, int port, FutureTask<T> task) {
        this.socket = socket;
        this.port = port;
        this.task = task;
        Thread.ofVirtual().name("course-server").start(task);
    }

    public static <T> Course<T> tcp(Talk<T> talk) throws IOException {
        var listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        return new Course<>(listening, listening.getLocalPort(), new FutureTask<>(() -> {
            try (Socket client = listening.accept()) {
                return talk.with(new PlainTcp(client));
            }
        }));
    }

    public static <T> Course<T> udp(Datagrams<T> talk) throws IOException {
        var socket = new PlainUdp();
        return new Course<>(socket, socket.port(), new FutureTask<>(() -> talk.with(socket)));
    }

    public int port() {
        return port;
    }

    public T finished() throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
