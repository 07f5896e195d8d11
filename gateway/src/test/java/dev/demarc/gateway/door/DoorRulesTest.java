package dev.demarc.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.OpenApi;
import dev.demarc.platform.security.AccessRules;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.Role;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import tools.jackson.databind.JsonNode;

class DoorRulesTest {

    private static final AccessRules RULES = DoorRules.rules();

    @TestFactory
    Stream<DynamicTest> eachOperationIsForTheRolesThatTheContractNames() {
        return OpenApi.document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> !"parameters".equals(method.getKey()))
                        .map(method -> operation(path.getKey(), method)));
    }

    private static DynamicTest operation(String path, Map.Entry<String, JsonNode> method) {
        HttpMethod verb = HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT));
        String role = method.getValue().path("x-demarc-role").asString("");
        return DynamicTest.dynamicTest(verb + " " + path, () -> {
            Set<Role> expected = EnumSet.noneOf(Role.class);
            for (Role one : Role.values()) {
                if ("none".equals(role) || "any".equals(role) || one.includes(Role.of(role))) {
                    expected.add(one);
                }
            }
            String concrete = path.replaceAll("\\{[^}]+}", "x");
            assertThat(whoMay(verb, concrete)).isEqualTo(expected);
            assertThat(RULES.allows(MockServerHttpRequest.method(verb, concrete).build(), null))
                    .isEqualTo("none".equals(role));
        });
    }

    @Test
    void whatIsNotInTheContractIsNotThere() {
        for (String path : new String[]{"/api", "/api/", "/api/other", "/actuator", "/actuator/health",
                "/actuator/gateway", "/api/healthx", "/api/health/x", "/api;x=1/other"}) {
            assertThat(whoMay(HttpMethod.GET, path)).as(path).isEmpty();
            assertThat(RULES.knows(MockServerHttpRequest.get(path).build())).as(path).isFalse();
        }
        URI encoded = URI.create("/%61pi/other");
        assertThat(RULES.knows(MockServerHttpRequest.method(HttpMethod.GET, encoded).build())).isFalse();
    }

    @Test
    void theDashboardsFilesAndPagesAreReadByEverybodyAndNothingElse() {
        for (String path : new String[]{"/", "/index.html", "/assets/app.js", "/gaps/g-1", "/apis", "/actuators/x"}) {
            assertThat(RULES.allows(MockServerHttpRequest.get(path).build(), null)).as(path).isTrue();
            assertThat(RULES.allows(MockServerHttpRequest.head(path).build(), null)).as(path).isTrue();
            assertThat(whoMay(HttpMethod.POST, path)).as(path).isEmpty();
        }
    }

    @Test
    void anIngesterCanDoNothingElse() {
        Caller ingester = new Caller("k", Set.of(Role.INGESTER), Set.of());

        assertThat(RULES.allows(MockServerHttpRequest.post("/api/ingest/aws").build(), ingester)).isTrue();
        assertThat(RULES.allows(MockServerHttpRequest.get("/api/gaps").build(), ingester)).isFalse();
        assertThat(RULES.allows(MockServerHttpRequest.get("/api/stream/gaps").build(), ingester)).isFalse();
    }

    private static Set<Role> whoMay(HttpMethod method, String path) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (RULES.allows(MockServerHttpRequest.method(method, path).build(),
                    new Caller("k", Set.of(role), Set.of()))) {
                roles.add(role);
            }
        }
        return roles;
    }
}
