package dev.demarc.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** The Kafka settings of a small broker for one machine: one node, loopback only, few threads, small files. */
final class BrokerSettings {

    static final int NODE_ID = 1;

    private BrokerSettings() {}

    static Properties of(Path data, int brokerPort, int controllerPort) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE_ID));
        p.setProperty("log.dirs", data.toAbsolutePath().toString());
        listeners(p, brokerPort, controllerPort);
        oneNode(p);
        fewThreads(p);
        smallFiles(p);
        return p;
    }

    private static void listeners(Properties p, int brokerPort, int controllerPort) {
        String broker = "PLAINTEXT://" + Ports.HOST + ":" + brokerPort;
        String controller = "CONTROLLER://" + Ports.HOST + ":" + controllerPort;
        p.setProperty("listeners", broker + "," + controller);
        p.setProperty("advertised.listeners", broker + "," + controller);
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("inter.broker.listener.name", "PLAINTEXT");
        p.setProperty("controller.quorum.voters", NODE_ID + "@" + Ports.HOST + ":" + controllerPort);
    }

    private static void oneNode(Properties p) {
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        // a killed broker waits for so long, when it is back, until its last session is over
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("controlled.shutdown.enable", "false");
        p.setProperty("controller.quorum.election.timeout.ms", "200");
        p.setProperty("controller.quorum.election.backoff.max.ms", "200");
        p.setProperty("controller.quorum.append.linger.ms", "5");
        p.setProperty("server.max.startup.time.ms", "60000");
    }

    private static void fewThreads(Properties p) {
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "3");
        p.setProperty("background.threads", "2");
        p.setProperty("num.recovery.threads.per.data.dir", "1");
        p.setProperty("num.replica.fetchers", "1");
        p.setProperty("log.cleaner.threads", "1");
        p.setProperty("group.coordinator.threads", "1");
        p.setProperty("transaction.state.log.load.buffer.size", "1048576");
    }

    private static void smallFiles(Properties p) {
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("log.segment.bytes", "67108864");
        p.setProperty("offsets.topic.segment.bytes", "16777216");
        p.setProperty("transaction.state.log.segment.bytes", "16777216");
        p.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        p.setProperty("log.cleaner.io.buffer.size", "131072");
        p.setProperty("metadata.log.segment.bytes", "16777216");
        p.setProperty("metadata.max.idle.interval.ms", "5000");
        p.setProperty("metadata.max.retention.bytes", "33554432");
    }
}
