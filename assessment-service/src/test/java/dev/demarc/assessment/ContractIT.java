package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.OpenApi;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.Cursor;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class ContractIT {

    private final Running service = Running.service();
    private final Api api = new Api(service);

    @Test
    void exactly_the_operations_of_the_contract_are_served() {
        TreeSet<String> served = Objects.requireNonNull(service.bean(DispatcherHandler.class).getHandlerMappings())
                .stream()
                .filter(RequestMappingHandlerMapping.class::isInstance).map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternsCondition().getPatterns().stream()
                                .map(pattern -> method + " " + pattern.getPatternString())))
                .filter(operation -> operation.contains(" /api/")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(served).isEqualTo(OpenApi.operations("assessment"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"state /api/gaps?state=opened", "severity /api/gaps?severity=urgent",
            "reason /api/gaps?reason=because", "sort /api/gaps?sort=id",
            "openedSince /api/gaps?openedSince=yesterday", "resolvedSince /api/gaps?resolvedSince=2026-02-30T00:00:00Z",
            "format /api/gaps/export?format=pdf", "days /api/gaps/trend?days=91", "days /api/gaps/trend?days=two",
            "sort /api/gaps/export?sort=id", "state /api/gaps/export?state=shut",
            "openedSince /api/gaps/export?openedSince=2026-05-04", "dueBefore /api/gaps?dueBefore=now",
            "limit /api/gaps?limit=0",
            "limit /api/gaps?limit=501", "limit /api/gaps?limit=many", "cursor /api/gaps?cursor=garbage",
            "team /api/gaps?team=Big_Team", "team /api/gaps?team=a,,b", "team /api/gaps?team=--",
            "account /api/gaps?account=1111",
            "subject /api/gaps?subject=arn:aws:s3:::x", "control /api/gaps?control=A.B", "limit /api/teams?limit=-1",
            "cursor /api/teams?cursor=AAAA", "team /api/workloads?team=-", "cursor /api/workloads?cursor=x",
            "provider /api/accounts?provider=AWS", "account /api/resources?account=12345",
            "workload /api/resources?workload=Shop!", "cursor /api/resources?cursor=%00",
            "limit /api/resources?limit=1e3", "state /api/assessments/runs?state=queued",
            "cursor /api/assessments/runs?cursor=x", "provider /api/coverage?provider=a_b",
            "limit /api/coverage?limit=0"})
    void garbage_in_a_query_is_refused_with_its_field(String field, String path) {
        String operation = path.substring(0, path.indexOf('?'));

        JsonNode problem = api.exchange(Role.VIEWER, HttpMethod.GET, operation, path, null, null, 400).body();

        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("expected").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "\"x\"", "{\"name\":[]}", "{\"name\":null}",
            "{\"name\":\"x\",\"contacts\":[null]}",
            "{\"name\":\"x\",\"contacts\":{}}", "{\"name\":\"x\",\"colour\":\"red\"}"})
    void garbage_in_a_body_is_refused(String body) {
        api.edit(HttpMethod.PUT, "/api/teams/{id}", "/api/teams/garbage", body, null, 400);
    }

    @Test
    void an_unreadable_body_is_refused_with_all_of_the_reason_in_the_detail() {
        JsonNode problem = api.exchange(Role.INGESTER, HttpMethod.POST, "/api/ingest/aws", "/api/ingest/aws",
                "{\n  \"a\": tru", null, 400).body();

        assertThat(problem.path("field").asString()).isEqualTo("body");
        assertThat(problem.has("value")).isFalse();
        assertThat(problem.path("expected").asString()).isEqualTo("JSON, or one JSON document a line");
        assertThat(problem.path("detail").asString()).startsWith("the body can't be read: line 2, column ")
                .endsWith("; expected JSON, or one JSON document a line");
    }

    @Test
    void a_cursor_holds_for_its_own_list_order_and_filters_only() {
        String path = "/api/assessments/runs";
        String cursor = Cursor.of("gaps-severity:00000000", "1", "g-1").encode();

        api.exchange(Role.VIEWER, HttpMethod.GET, path, path + "?cursor=" + cursor, null, null, 400);
        api.exchange(Role.VIEWER, HttpMethod.GET, "/api/gaps", "/api/gaps?cursor=" + cursor, null, null, 400);
    }

    @Test
    void dead_letters_are_for_editors() {
        api.edit(HttpMethod.GET, "/api/dead-letters/assessment", "/api/dead-letters/assessment", null, null, 200);
        api.exchange(Role.VIEWER, HttpMethod.GET, "/api/dead-letters/assessment", "/api/dead-letters/assessment", null,
                null, 403);
    }
}
