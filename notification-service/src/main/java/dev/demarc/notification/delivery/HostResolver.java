package dev.demarc.notification.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host name or a literal address into addresses; may block. */
@FunctionalInterface
public interface HostResolver {

    /** All addresses in the resolver's order, at least one. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's resolver. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
