package dev.demarc.standalone.server;

import dev.demarc.platform.events.ConsumersStart;
import dev.demarc.standalone.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits until everything works: all consumers consume (so the catalog's marker was read), the gateway says up. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration SAY_SO = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Parts parts;
    private final URI url;
    private final Progress progress;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();

    Readiness(Parts parts, URI url, Progress progress) {
        this.parts = parts;
        this.url = url;
        this.progress = progress;
    }

    void await() throws InterruptedException {
        consumers(Service.ASSESSMENT);
        consumers(Service.NOTIFICATION);
        health();
    }

    private void consumers(Service service) throws InterruptedException {
        for (ConsumersStart start : parts.context(service).getBeansOfType(ConsumersStart.class).values()) {
            started(service, start.started());
        }
    }

    private void started(Service service, CompletableFuture<Void> started) throws InterruptedException {
        while (true) {
            try {
                started.get(Math.min(left(), SAY_SO.toMillis()), TimeUnit.MILLISECONDS);
                progress.done(service.configName() + " reads events");
                return;
            } catch (TimeoutException e) {
                String what = "the consumers of " + service.configName();
                if (left() <= 0) {
                    throw late(what, e);
                }
                progress.waiting(what);
            } catch (ExecutionException e) {
                throw new Failure("The consumers of " + service.configName() + " did not start: " + e.getCause(), e);
            }
        }
    }

    private void health() throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(SAY_SO).build()) {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/health")).timeout(SAY_SO).build();
            while (true) {
                String said = ask(client, request);
                if (said.isEmpty()) {
                    return;
                }
                if (left() <= 0) {
                    throw late("the gateway, which says " + said, null);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static String ask(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? "" : answer.body();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private long left() {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }

    private static Failure late(String what, @Nullable Throwable cause) {
        return new Failure("Not ready after " + LIMIT.toMinutes() + " minutes: still waiting for " + what + ".", cause);
    }
}
