import dev.demarc.embedded.EmbeddedBroker;
import dev.demarc.embedded.EmbeddedStore;

/** Serves a broker or a store until it is killed, or the process that started it has ended: KIND DIRECTORY PORT. */
void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    int port = Integer.parseInt(arguments[2]);
    AutoCloseable _ = switch (arguments[0]) {
        case "broker" -> EmbeddedBroker.start(directory, port);
        case "store" -> EmbeddedStore.start(directory, port);
        default -> throw new IllegalArgumentException(arguments[0] + ": neither broker nor store");
    };
    while (System.in.read() >= 0) {
        // until the other end is closed
    }
    Runtime.getRuntime().halt(1);
}
