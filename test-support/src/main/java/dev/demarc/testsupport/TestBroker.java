package dev.demarc.testsupport;

/** An empty Kafka broker on which topics are never created by use; who starts it stops it. */
public final class TestBroker implements AutoCloseable {

    private final String bootstrapServers;
    private final Runnable stop;

    TestBroker(String bootstrapServers, Runnable stop) {
        this.bootstrapServers = bootstrapServers;
        this.stop = stop;
    }

    /**
     * Starts one and returns when it serves; the system property {@code demarc.test.backends} says where.
     *
     * @throws IllegalStateException
     *             when a container was asked for and no Docker engine answers, or its image can't be had; it says which
     */
    public static TestBroker start() {
        return Backends.chosen().broker();
    }

    /** Host and port as {@code bootstrap.servers} wants them. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops it for good. */
    @Override
    public void close() {
        stop.run();
    }
}
