package dev.demarc.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "hooks.example.com", "ftp://hooks.example.com", "file:///etc/passwd", "https://",
            "https:///path", "https://user@hooks.example.com/", "https://user:word@hooks.example.com/",
            "https://@hooks.example.com/", "https://hooks.example.com/#part", "https://hooks.example.com:0/",
            "https://hooks.example.com:70000/", "https://ho oks.example.com/", "javascript:alert(1)", "https:hooks"})
    void refusesWhatIsNoPlainUrlOfAHost(String url) {
        assertThatThrownBy(() -> Webhook.of("url", url)).isInstanceOf(Invalid.class).hasMessageStartingWith("url is ");
    }

    @Test
    void knowsHostAndPort() {
        assertThat(Webhook.of("url", "https://hooks.example.com/a?b=c").port()).isEqualTo(443);
        assertThat(Webhook.of("url", "HTTP://hooks.example.com").port()).isEqualTo(80);
        assertThat(Webhook.of("url", "https://[2001:db8::1]:8443/x").host()).isEqualTo("2001:db8::1");
        assertThat(Webhook.of("url", "https://[2001:db8::1]:8443/x").port()).isEqualTo(8443);
    }
}
