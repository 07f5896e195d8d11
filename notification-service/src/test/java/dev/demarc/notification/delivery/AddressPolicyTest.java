package dev.demarc.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.notification.model.Webhook;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final AddressPolicy STRICT = new AddressPolicy(List.of(), false);
    private static final Webhook HTTPS = Webhook.of("url", "https://hooks.example.com");
    private static final Webhook HTTP = Webhook.of("url", "http://hooks.example.com");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255",
            "192.168.1.1", "169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200", "168.63.129.16",
            "192.0.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "fc00::1",
            "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1", "4000::1"})
    void refusesAddressesThatAreNotPublic(String address) {
        assertThatThrownBy(() -> STRICT.permitted(HTTPS, of(address))).isInstanceOf(AddressRefused.class)
                .hasMessageContaining("DEMARC_WEBHOOK_ALLOWED_CIDRS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "2606:4700:4700::1111"})
    void permitsPublicAddresses(String address) {
        assertThat(STRICT.permitted(HTTPS, of(address))).isEqualTo(of(address));
    }

    @Test
    void connectsOnlyToTheAddressesOfAHostThatArePublic() {
        assertThat(STRICT.permitted(HTTPS, of("10.0.0.1", "93.184.216.34"))).isEqualTo(of("93.184.216.34"));
    }

    @Test
    void permitsAllowedNetworksWithHttpToo() {
        AddressPolicy open = new AddressPolicy(List.of("10.0.0.0/8", "fd00::/8"), false);
        assertThat(open.permitted(HTTP, of("10.1.2.3"))).isEqualTo(of("10.1.2.3"));
        assertThat(open.permitted(HTTPS, of("fd00::5"))).isEqualTo(of("fd00::5"));
        assertThatThrownBy(() -> open.permitted(HTTPS, of("192.168.0.1"))).isInstanceOf(AddressRefused.class);
    }

    @Test
    void refusesHttpElsewhereUnlessItIsAllowed() {
        assertThatThrownBy(() -> STRICT.permitted(HTTP, of("93.184.216.34")))
                .hasMessageContaining("DEMARC_WEBHOOK_ALLOW_HTTP");
        assertThat(new AddressPolicy(List.of(), true).permitted(HTTP, of("93.184.216.34"))).hasSize(1);
    }

    @Test
    void saysWhichNetworkIsMistyped() {
        assertThatThrownBy(() -> new AddressPolicy(List.of("10.0.0.0/99"), false))
                .hasMessageContaining("DEMARC_WEBHOOK_ALLOWED_CIDRS holds '10.0.0.0/99'");
    }

    private static List<InetAddress> of(String... addresses) {
        List<InetAddress> list = new ArrayList<>();
        for (String address : addresses) {
            list.add(InetAddress.ofLiteral(address));
        }
        return list;
    }
}
