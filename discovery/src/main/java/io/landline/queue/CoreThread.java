package io.landline.queue;

/// A thread without which a node is deaf. It never ends silently by a fault: anything its loop throws becomes a [Died],
/// and the program's uncaught exception handler ends the process.
public final class CoreThread {
    private CoreThread() {}

    /// A core thread has died, and why.
    public static final class Died extends Error {
        private static final long serialVersionUID = 1;

        Died(Throwable cause) {
            super("the thread " + Thread.currentThread().getName() + " has died", cause, false, false);
        }
    }

    /// The loop of a core thread.
    public static Runnable loop(Runnable loop) {
        return () -> {
            try {
                loop.run();
            } catch (StackOverflowError e) {
                throw new Died(e); // memory is there; elsewhere this costs one connection, here the whole thread
            } catch (VirtualMachineError e) {
                endProcess(e); // from here: without memory a virtual thread may never come to its end
                throw e;
            } catch (RuntimeException | Error e) {
                throw new Died(e);
            }
        };
    }

    private static void endProcess(VirtualMachineError e) {
        Thread.UncaughtExceptionHandler all = Thread.getDefaultUncaughtExceptionHandler();
        if (all != null) all.uncaughtException(Thread.currentThread(), e);
    }
}
