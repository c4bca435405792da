package io.landline.ui.welcome;

import io.landline.language.Language;
import io.landline.peer.Fingerprint;
import io.landline.room.JoinLink;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.PassingTime;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.Notices;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// What a page sees of the window: notes where it was led and what it said. Everything happens at once, on the test's
/// thread, unless work is held back or the toolkit's thread is given.
public final class FakeWindow implements Navigation, Notices {
    public final List<String> told = new ArrayList<>();
    public final List<Object> over = new ArrayList<>();
    /// What takes the last thing back.
    public Remedy undo;
    /// The last that was shown over the page.
    public Page sheet;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    public PageContext context(FakeNode node) {
        return context(node, Language.ENGLISH);
    }

    public PageContext context(FakeNode node, Language language) {
        return context(node.ports(), language);
    }

    public PageContext context(NodePorts ports, Language language) {
        return context(ports, new FxThread(Runnable::run, Runnable::run), language);
    }

    public PageContext context(NodePorts ports, FxThread fx, Language language) {
        return new PageContext(ports, fx, new Background(fx, this::work, false), language, this, this,
                new PassingTime());
    }

    private void work(Runnable work) {
        if (holding) {
            held.add(work);
        } else {
            work.run();
        }
    }

    /// Background work waits until [#goOn()].
    public void hold() {
        holding = true;
    }

    public void goOn() {
        holding = false;
        while (!held.isEmpty()) held.remove().run();
    }

    /// The same, and what was begun last is done first: each has a thread of its own.
    public void goOnLastFirst() {
        holding = false;
        while (!held.isEmpty()) held.removeLast().run();
    }

    @Override
    public void conversation(String key) {
        told.add("conversation " + key);
    }

    @Override
    public void person(Fingerprint peer) {
        told.add("person " + peer.brief());
    }

    @Override
    public void room(String key) {
        told.add("room " + key);
    }

    /// It is told by the name of its class, and closed with `closed`.
    @Override
    public void sheet(Function<Runnable, Page> made) {
        sheet = made.apply(() -> told.add("closed"));
        told.add(sheet.getClass().getSimpleName());
    }

    @Override
    public void newRoom() {
        told.add("new room");
    }

    @Override
    public void join(JoinLink link) {
        told.add("join " + link.room().value() + " " + link.words().words());
    }

    @Override
    public void correctWords(String key) {
        told.add("correct words " + key);
    }

    @Override
    public void transfers() {
        told.add("transfers");
    }

    @Override
    public void doctor() {
        told.add("doctor");
    }

    @Override
    public void shortcuts() {
        told.add("shortcuts");
    }

    @Override
    public void browse(URI link) {
        told.add("link " + link);
    }

    @Override
    public void open(Path path) {
        told.add("open " + path);
    }

    @Override
    public void showInFolder(Path path) {
        told.add("folder " + path);
    }

    @Override
    public void done(String sentence) {
        told.add("done: " + sentence);
    }

    @Override
    public void news(String sentence) {
        told.add("news: " + sentence);
    }

    @Override
    public void fact(String sentence) {
        told.add("news: " + sentence);
    }

    @Override
    public void problem(String sentence) {
        told.add("problem: " + sentence);
    }

    @Override
    public void question(Object subject, String sentence, Remedy remedy) {
        throw new AssertionError(sentence);
    }

    @Override
    public void problem(Object subject, String sentence) {
        told.add("problem: " + sentence);
    }

    @Override
    public void done(String sentence, Remedy remedy) {
        told.add("done: " + sentence);
        undo = remedy;
    }

    @Override
    public void problem(Object subject, String sentence, Remedy remedy) {
        throw new AssertionError(sentence);
    }

    @Override
    public void over(Object subject) {
        over.add(subject);
    }
}
