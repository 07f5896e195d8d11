package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DashboardFilesIT {

    private static final Door DOOR = Door.OPEN;
    private static final String SCRIPT = "/assets/app-1a2b3c4d.js";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void eachFileHasItsTypeAndNobodyNeedsAKeyForIt() {
        Map.of("/", "text/html;charset=UTF-8", "/index.html", "text/html;charset=UTF-8", SCRIPT,
                "text/javascript;charset=UTF-8", "/assets/app-5e6f7a8b.css", "text/css;charset=UTF-8",
                "/assets/sans-9c0d1e2f.woff2", "font/woff2", "/favicon.svg", "image/svg+xml")
                .forEach((path, type) -> {
                    HttpResponse<byte[]> answer = get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(Plain.header(answer, "Content-Type")).as(path).isEqualTo(type);
                    assertThat(answer.body()).as(path)
                            .isEqualTo(file("/".equals(path) ? "index.html" : path.substring(1)));
                });
    }

    @Test
    void whatHasItsHashInItsNameIsKeptForEverAndTheRestAskedForAgain() {
        assertThat(Plain.header(get(SCRIPT), "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        for (String path : List.of("/", "/index.html", "/favicon.svg")) {
            HttpResponse<byte[]> answer = get(path);
            String tag = Plain.header(answer, "ETag");
            assertThat(Plain.header(answer, "Cache-Control")).isEqualTo("no-cache");
            assertThat(tag).matches("\"[0-9a-f]{32}-identity\"");

            HttpResponse<byte[]> again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(Plain.header(again, "ETag")).isEqualTo(tag);
            assertThat(Plain.header(again, "Cache-Control")).isEqualTo("no-cache");
            assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theBestCompressionThatTheBrowserTakesIsSentAsItLies() {
        encoded("gzip, deflate, br, zstd", "br", ".br");
        encoded("GZIP, br;q=0", "gzip", ".gz");
        encoded("br;q=0.0, gzip;q=0", "", "");
        encoded("identity", "", "");
        HttpResponse<byte[]> page = get("/", "Accept-Encoding", "br, gzip");
        assertThat(Plain.header(page, "Content-Encoding")).isEqualTo("gzip");
        assertThat(page.body()).isEqualTo(file("index.html.gz"));
        assertThat(Plain.header(page, "ETag")).isNotEqualTo(Plain.header(get("/"), "ETag"));
        assertThat(get(SCRIPT + ".br", "Accept", BROWSER).statusCode()).isEqualTo(404);
    }

    @Test
    void aPagesAddressGetsTheDashboardWhichKnowsItsPages() {
        for (String path : List.of("/gaps", "/gaps/g-1?split=1", "/catalog/aws/s3", "/login", "/apis", "/gaps.html")) {
            HttpResponse<byte[]> page = get(path, "Accept", BROWSER);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).isEqualTo(file("index.html"));
            assertThat(get(path, "Accept", "*/*").statusCode()).as(path).isEqualTo(404);
            assertThat(get(path, "Accept", "application/json").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("/assets/gone-1a2b3c4d.js", "Accept", BROWSER).statusCode()).isEqualTo(404);
        assertThat(get("/assets/", "Accept", BROWSER).statusCode()).isEqualTo(404);
        assertThat(get("/assets", "Accept", "*/*").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> problem = get("/nothing", "Accept", "*/*");
        assertThat(Plain.header(problem, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Plain.header(problem, "Content-Security-Policy")).startsWith("default-src 'none'; frame");
    }

    @Test
    void theApiIsNeverAPage() {
        for (String path : List.of("/api", "/api/", "/api/nothing", "/actuator", "/actuator/env", "/%61pi/nothing",
                "/api;x=1/nothing", "//api/gaps")) {
            assertThat(get(path, "Accept", BROWSER).statusCode()).as(path).isIn(400, 401);
        }
    }

    @Test
    void nothingElseCanBeReached() {
        for (String path : List.of("/..%2f", "/assets/../../application.yml", "/assets/..%2f..%2fgateway.yml",
                "/%2e%2e/%2e%2e/gateway.yml", "/..;/gateway.yml", "/assets/%5c..%5c..%5cgateway.yml", "/gateway.yml",
                "//gateway.yml", "/assets/..%252f..%252fgateway.yml", "/assets/%00", "/META-INF/MANIFEST.MF",
                "/dev/demarc/dashboard/static/index.html", "/file:/etc/passwd", "/assets/../index.html",
                "/WEB-INF/../index.html")) {
            HttpResponse<byte[]> answer = get(path, "Accept", "*/*");
            assertThat(answer.statusCode()).as(path).isIn(400, 401, 404);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).as(path).doesNotContain("demarc:")
                    .doesNotContain("root:");
            HttpResponse<byte[]> page = get(path, "Accept", BROWSER);
            assertThat(page.statusCode() == 200 && !Arrays.equals(page.body(), file("index.html"))).as(path)
                    .isFalse();
        }
    }

    @Test
    void headAnswersAsGetWithoutTheBody() {
        HttpResponse<byte[]> head = Plain.send("HEAD", DOOR.url() + SCRIPT, "Accept-Encoding", "br");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(Plain.header(head, "Content-Length"))
                .isEqualTo(Integer.toString(file(SCRIPT.substring(1) + ".br").length));
        assertThat(Plain.send("HEAD", DOOR.url() + "/", "Accept", BROWSER).statusCode()).isEqualTo(200);
        assertThat(Plain.send("POST", DOOR.url() + "/").statusCode()).isEqualTo(401);
        assertThat(Plain.send("DELETE", DOOR.url() + SCRIPT).statusCode()).isEqualTo(401);
    }

    @Test
    void pagesMayLoadNothingFromElsewhere() {
        for (String path : List.of("/", SCRIPT)) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; "
                    + "script-src 'self'; style-src 'self'; font-src 'self' data:; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
            assertThat(Plain.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(Plain.header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(Plain.header(answer, "Permissions-Policy"))
                    .isEqualTo("camera=(), microphone=(), geolocation=()");
            assertThat(Plain.header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(Plain.header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(Plain.header(answer, "Vary")).isEqualTo("Accept-Encoding");
            assertThat(answer.headers().map()).doesNotContainKeys("pragma", "expires", "set-cookie");
        }
    }

    @Test
    void anOldCookieBarsNoPage() {
        assertThat(get("/", "Cookie", "demarc-session=old").statusCode()).isEqualTo(200);
    }

    private static void encoded(String accepted, String encoding, String ending) {
        HttpResponse<byte[]> answer = get(SCRIPT, "Accept-Encoding", accepted);
        assertThat(Plain.header(answer, "Content-Encoding")).as(accepted).isEqualTo(encoding);
        assertThat(answer.body()).as(accepted).isEqualTo(file(SCRIPT.substring(1) + ending));
        assertThat(Plain.header(answer, "Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return Plain.get(DOOR.url() + path, headers);
    }

    private static byte[] file(String name) {
        try (InputStream in = DashboardFilesIT.class
                .getResourceAsStream("/dev/demarc/dashboard/static/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
