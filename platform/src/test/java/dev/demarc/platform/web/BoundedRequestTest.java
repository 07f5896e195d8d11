package dev.demarc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;

class BoundedRequestTest {

    private static final int BUFFER = 64 * 1024;
    private static final int IN_A_MEGABYTE = 16;

    private final AtomicInteger read = new AtomicInteger();

    private BoundedRequest request(int buffers, long limit) {
        return new BoundedRequest(MockServerHttpRequest.post("/").body(Flux.range(0, buffers).map(_ -> {
            read.incrementAndGet();
            return DefaultDataBufferFactory.sharedInstance.wrap(new byte[BUFFER]);
        })), limit);
    }

    @Test
    void whatNobodyHasReadIsReadAway() {
        assertThat(request(IN_A_MEGABYTE, 0).finish().block()).isTrue();
        assertThat(read).hasValue(IN_A_MEGABYTE);
    }

    @Test
    void afterAMegabyteOfItNoMoreIsRead() {
        assertThat(request(100, 0).finish().block()).isFalse();
        assertThat(read).hasValue(IN_A_MEGABYTE + 1);
    }

    @Test
    void whatIsOverTheLimitIsReadAwayBeforeTheError() {
        BoundedRequest request = request(1 + IN_A_MEGABYTE, BUFFER);

        assertThatThrownBy(() -> request.getBody().blockLast()).isInstanceOf(BodyTooLarge.class);

        assertThat(read).hasValue(1 + IN_A_MEGABYTE);
        assertThat(request.finish().block()).isTrue();
    }

    @Test
    void ofWhatIsFarOverTheLimitOnlyAMegabyteIsRead() {
        BoundedRequest request = request(100, BUFFER);

        assertThatThrownBy(() -> request.getBody().blockLast()).isInstanceOf(BodyTooLarge.class);

        assertThat(read).hasValue(1 + IN_A_MEGABYTE + 1);
        assertThat(request.finish().block()).isFalse();
    }
}
