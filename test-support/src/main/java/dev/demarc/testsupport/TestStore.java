package dev.demarc.testsupport;

import java.util.function.UnaryOperator;

/** An empty store for MongoDB drivers; who starts it stops it. */
public final class TestStore implements AutoCloseable {

    private final UnaryOperator<String> addresses;
    private final Runnable stop;

    TestStore(UnaryOperator<String> addresses, Runnable stop) {
        this.addresses = addresses;
        this.stop = stop;
    }

    /**
     * Starts one and returns when it serves; the system property {@code demarc.test.backends} says where.
     *
     * @throws IllegalStateException
     *             when a container was asked for and no Docker engine answers, or its image can't be had; it says which
     */
    public static TestStore start() {
        return Backends.chosen().store();
    }

    /** The address with the database to use. */
    public String connectionString(String database) {
        return addresses.apply(database);
    }

    /** Stops it for good. */
    @Override
    public void close() {
        stop.run();
    }
}
