package dev.demarc.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class TrustedProxiesTest {

    private static final TrustedProxies NOBODY = new TrustedProxies(null);
    private static final TrustedProxies OTHERS = new TrustedProxies(Pattern.compile("10\\.0\\.0\\.8"));
    private static final TrustedProxies THIS_ONE = new TrustedProxies(Pattern.compile("10\\.0\\.0\\.9"));

    @Test
    void nobodyIsBelievedWhereHeComesFromUnlessTrusted() {
        MockServerHttpRequest request = request().header("X-Forwarded-For", "1.1.1.1, 2.2.2.2").build();

        assertThat(NOBODY.clientAddress(request)).isEqualTo("10.0.0.9");
        assertThat(OTHERS.clientAddress(request)).isEqualTo("10.0.0.9");
        assertThat(THIS_ONE.clientAddress(request)).isEqualTo("2.2.2.2");
    }

    @Test
    void noMoreThanHowHeCame() {
        MockServerHttpRequest request = request().header("X-Forwarded-Proto", "http, https")
                .header("X-Forwarded-Host", "demarc.example").header("Host", "inside:8080").build();

        assertThat(NOBODY.https(request)).isFalse();
        assertThat(OTHERS.https(request)).isFalse();
        assertThat(THIS_ONE.https(request)).isTrue();
        assertThat(NOBODY.host(request)).isEqualTo("inside:8080");
        assertThat(THIS_ONE.host(request)).isEqualTo("demarc.example");
        assertThat(THIS_ONE.https(request().header("X-Forwarded-Proto", "http").build())).isFalse();
    }

    @Test
    void theOwnSiteIsToldFromOthersByOriginAndHost() {
        OwnSite site = new OwnSite(THIS_ONE);

        passes(site, request().header("Host", "demarc.example"));
        passes(site, origin("http://demarc.example", "demarc.example"));
        passes(site, origin("http://Demarc.example", "demarc.example:80"));
        passes(site, origin("https://demarc.example", "demarc.example"));
        passes(site, origin("https://demarc.example", "inside:8080").header("X-Forwarded-Host", "demarc.example")
                .header("X-Forwarded-Proto", "https"));
        refused(site, origin("http://demarc.example", "demarc.example").header("X-Forwarded-Proto", "https"));
        refused(site, origin("http://localhost:3000", "localhost:8080"));
        refused(site, origin("http://demarc.example.evil.example", "demarc.example"));
        refused(site, origin("null", "demarc.example"));
        refused(site, origin("http://a b", "demarc.example"));
    }

    @Test
    void whatTheBrowserSaysOfTheSiteCountsFirst() {
        OwnSite site = new OwnSite(NOBODY);

        passes(site, origin("http://localhost:5173", "localhost:8080").header("Sec-Fetch-Site", "same-origin"));
        refused(site, request().header("Host", "localhost:8080").header("Sec-Fetch-Site", "same-site"));
        refused(site, origin("http://localhost:8080", "localhost:8080").header("Sec-Fetch-Site", "cross-site"));
    }

    private static void passes(OwnSite site, MockServerHttpRequest.BaseBuilder<?> request) {
        assertThatCode(() -> site.check(request.build())).doesNotThrowAnyException();
    }

    private static void refused(OwnSite site, MockServerHttpRequest.BaseBuilder<?> request) {
        assertThatThrownBy(() -> site.check(request.build())).isInstanceOf(OwnSite.Foreign.class);
    }

    private static MockServerHttpRequest.BaseBuilder<?> origin(String origin, String host) {
        return request().header("Origin", origin).header("Host", host);
    }

    private static MockServerHttpRequest.BaseBuilder<?> request() {
        return MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress("10.0.0.9", 4711));
    }
}
