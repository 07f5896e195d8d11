package dev.demarc.notification.delivery;

import dev.demarc.notification.application.Channel;
import dev.demarc.notification.application.Message;
import dev.demarc.notification.model.Invalid;
import dev.demarc.notification.model.SendResult;
import dev.demarc.notification.model.SendResult.Answered;
import dev.demarc.notification.model.SendResult.NotAnswered;
import dev.demarc.notification.model.Target;
import dev.demarc.notification.model.Webhook;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.resources.ConnectionProvider;

/**
 * Posts messages by the Standard Webhooks convention. Each try resolves the host, checks the addresses and connects to a checked one
 * over a new connection, so that a name that changes its address between check and connection gains nothing. Redirects are not
 * followed, proxies and cookies not used.
 */
public final class WebhookChannel implements Channel, AutoCloseable {

    private static final Duration REST_OF_BODY = Duration.ofSeconds(2);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_ERROR = 1_000;

    private final HostResolver resolver;
    private final AddressPolicy policy;
    private final WebhookSettings settings;
    private final HttpClient client;
    private final Scheduler resolving = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    /** A channel with its own connections. */
    public WebhookChannel(HostResolver resolver, AddressPolicy policy, WebhookSettings settings) {
        this.resolver = resolver;
        this.policy = policy;
        this.settings = settings;
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        (int) Math.min(CONNECT_MILLIS, settings.timeout().toMillis()))
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, "Demarc")
                        .set(HttpHeaderNames.CONTENT_TYPE, "application/json"));
    }

    @Override
    public boolean serves(Target target) {
        return target instanceof Webhook;
    }

    @Override
    public Mono<Void> check(Target target) {
        Webhook webhook = (Webhook) target;
        String url = webhook.url().toString();
        return permitted(webhook).timeout(settings.timeout())
                .onErrorMap(AddressRefused.class,
                        refused -> new Invalid("url", url, "an address that may be reached: " + refused.getMessage()))
                .onErrorMap(error -> error instanceof UnknownHostException || error instanceof TimeoutException,
                        error -> new Invalid("url", url, "a host whose name can be resolved", error))
                .then();
    }

    @Override
    public Mono<SendResult> send(Target target, Message message) {
        Webhook webhook = (Webhook) target;
        return permitted(webhook)
                .flatMap(addresses -> post(webhook, addresses, message))
                .timeout(settings.timeout())
                .onErrorResume(error -> Mono.just(new NotAnswered(shortened(words(webhook, error)))));
    }

    private Mono<List<InetAddress>> permitted(Webhook webhook) {
        return Mono.fromCallable(() -> policy.permitted(webhook, resolver.resolve(webhook.host())))
                .subscribeOn(resolving);
    }

    /** The next address is tried only where no connection came about. */
    private Mono<SendResult> post(Webhook webhook, List<InetAddress> addresses, Message message) {
        Mono<SendResult> first = post(webhook, addresses.getFirst(), message);
        return addresses.size() == 1
                ? first
                : first.onErrorResume(ConnectException.class,
                        _ -> post(webhook, addresses.subList(1, addresses.size()), message));
    }

    private Mono<SendResult> post(Webhook webhook, InetAddress address, Message message) {
        InetSocketAddress checked = new InetSocketAddress(named(webhook.host(), address), webhook.port());
        HttpClient to = client.remoteAddress(() -> checked);
        return (webhook.encrypted() ? to.secure() : to)
                .headers(headers -> headers.set("webhook-id", message.id())
                        .set("webhook-timestamp", message.at().getEpochSecond())
                        .set("webhook-signature", Signatures.header(message)))
                .post()
                .uri(path(webhook))
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(message.body().getBytes(StandardCharsets.UTF_8))))
                .response((response, body) -> answered(response, body, message))
                .single();
    }

    /** The address under the URL's name, which the Host header, SNI and the certificate's check go by. */
    private static InetAddress named(String host, InetAddress address) {
        try {
            return InetAddress.getByAddress(host, address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has four or sixteen bytes", e);
        }
    }

    private Flux<SendResult> answered(HttpClientResponse response, ByteBufFlux body, Message message) {
        return beginning(body).map(text -> (SendResult) new Answered(response.status().code(), text,
                RetryAfter.read(response.responseHeaders().get(HttpHeaderNames.RETRY_AFTER), message.at()))).flux();
    }

    /** What follows is not read: leaving the flux early closes the connection. */
    private Mono<String> beginning(ByteBufFlux body) {
        int most = settings.responseBytes();
        return body.asByteArray()
                .scan(new byte[0], (seen, next) -> joined(seen, next, most))
                .takeUntil(seen -> seen.length >= most)
                .take(REST_OF_BODY)
                .onErrorComplete()
                .last(new byte[0])
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] seen, byte[] next, int most) {
        int more = Math.min(next.length, most - seen.length);
        byte[] joined = Arrays.copyOf(seen, seen.length + more);
        System.arraycopy(next, 0, joined, seen.length, more);
        return joined;
    }

    private static String path(Webhook webhook) {
        String path = webhook.url().getRawPath();
        String query = webhook.url().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private String words(Webhook webhook, Throwable error) {
        return switch (error) {
            case AddressRefused refused -> String.valueOf(refused.getMessage());
            case UnknownHostException _ -> "the name " + webhook.host() + " can't be resolved";
            case TimeoutException _ -> "no answer within " + settings.timeout().toSeconds() + " s";
            case ConnectException refused -> "no connection: " + refused.getMessage();
            case SSLException tls -> "TLS failed: " + tls.getMessage();
            case PrematureCloseException _ -> "the connection was closed before an answer";
            default -> "no answer: " + error;
        };
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_ERROR ? words : words.substring(0, LONGEST_ERROR) + "…";
    }

    /** Ends the threads that resolve names. */
    @Override
    public void close() {
        resolving.dispose();
    }
}
