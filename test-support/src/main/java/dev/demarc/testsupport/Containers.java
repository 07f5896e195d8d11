package dev.demarc.testsupport;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** Kafka and a MongoDB replica set of one, in the versions of docker-compose.yml. */
final class Containers {

    static final String KAFKA = "apache/kafka:4.2.1";
    static final String MONGODB = "mongo:8.0.16";

    private Containers() {}

    static TestBroker broker() {
        KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        start(KAFKA, kafka);
        return new TestBroker(kafka.getBootstrapServers(), kafka::stop);
    }

    static TestStore store() {
        MongoDBContainer mongo = new MongoDBContainer(MONGODB).withReplicaSet();
        start(MONGODB, mongo);
        return new TestStore(mongo::getReplicaSetUrl, mongo::stop);
    }

    private static void start(String image, GenericContainer<?> container) {
        requireEngine(() -> DockerClientFactory.instance().dockerHostIpAddress());
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The Docker engine answers, but no container of " + image + " could be started: " + root(e), e);
        }
    }

    /** Throws what a person has to read where asking the engine throws. */
    static void requireEngine(Runnable ask) {
        try {
            ask.run();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The profile 'containers' runs these tests on Kafka and MongoDB in containers,"
                            + " and no Docker engine answers as it should (" + e.getMessage()
                            + "). Start one or set DOCKER_HOST; without the profile the tests run on the embedded broker and store.",
                    e);
        }
    }

    private static String root(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.toString();
    }
}
