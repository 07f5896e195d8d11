package dev.demarc.notification.delivery;

import dev.demarc.notification.model.Webhook;
import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.http.client.InetAddressFilter;

/** Which addresses webhooks may go to: public ones, and those in networks that the operator allows. */
public final class AddressPolicy {

    /** Addresses that are public by number only: Azure's wire server, documentation, and IPv6 outside of what is given out. */
    private static final InetAddressFilter PUBLIC = InetAddressFilter.externalAddresses()
            .andNot("168.63.129.16", "3fff::/20")
            .and(InetAddressFilter.of("0.0.0.0/1", "128.0.0.0/1", "2000::/3"));

    private final InetAddressFilter allowed;
    private final boolean plainHttp;

    /** {@code allowedCidrs} like {@code 10.0.0.0/8}; {@code plainHttp} lets http go everywhere and not only to those. */
    public AddressPolicy(List<String> allowedCidrs, boolean plainHttp) {
        this.allowed = allowedCidrs.isEmpty()
                ? InetAddressFilter.none()
                : InetAddressFilter.of(allowedCidrs.stream().map(AddressPolicy::network).toList());
        this.plainHttp = plainHttp;
    }

    private static InetAddressFilter network(String cidr) {
        try {
            return InetAddressFilter.of(cidr);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("DEMARC_WEBHOOK_ALLOWED_CIDRS holds '" + cidr
                    + "', expected networks like 10.0.0.0/8 separated by commas", e);
        }
    }

    /** Those of a host's addresses that may be connected to, in their order; throws {@link AddressRefused} where none may. */
    List<InetAddress> permitted(Webhook webhook, List<InetAddress> addresses) {
        List<InetAddress> reachable = addresses.stream()
                .filter(address -> allowed.matches(address) || PUBLIC.matches(address))
                .toList();
        if (reachable.isEmpty()) {
            throw new AddressRefused(
                    "%s is %s, which is not a public address; an operator can allow its network with DEMARC_WEBHOOK_ALLOWED_CIDRS"
                            .formatted(webhook.host(), list(addresses)));
        }
        List<InetAddress> permitted = webhook.encrypted() || plainHttp
                ? reachable
                : reachable.stream().filter(allowed::matches).toList();
        if (permitted.isEmpty()) {
            throw new AddressRefused(
                    "http:// is refused for %s: use https://, or an operator can allow plain HTTP with DEMARC_WEBHOOK_ALLOW_HTTP or for its network with DEMARC_WEBHOOK_ALLOWED_CIDRS"
                            .formatted(webhook.host()));
        }
        return permitted;
    }

    private static String list(List<InetAddress> addresses) {
        return String.join(", ", addresses.stream().map(InetAddress::getHostAddress).toList());
    }
}
